/** The callback's half of a sound state: the query's state is held against the kept one before the code is used. Pure. */
import { readsOf } from '../../../project/code/query-reads.ts';
import { field } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { clears } from '../dialect/cookie-code.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { putBefore, statementAround } from '../handler-body.ts';
import type { KeptState } from './kept-state.ts';
import type { StateCallback } from './sound-state.ts';

export function compareState({ call, handler }: StateCallback, dialect: Dialect, kept: KeptState): boolean {
  const { cookies, session, bench } = dialect;
  const expected =
    kept.kind === 'cookie'
      ? cookies.read(kept.name)
      : session === undefined
        ? undefined
        : `${session}.${kept.path.slice('session.'.length)}`;
  const given = known(handler.node, call.node) ?? dialect.query('state', call.node.startIndex)?.code;
  const refusal = dialect.refuse(400, "{ error: 'state mismatch' }");
  if (expected === undefined || given === undefined || !refusal) return false;
  const clear =
    kept.kind === 'cookie'
      ? clears(handler.node, kept.name)
        ? []
        : cookies.clear(kept.name)
      : kept.path.includes('(') || session === undefined
        ? []
        : [`delete ${expected};`];
  // A long name is said once.
  const isLong = given.length + expected.length > 60 && !/^\w+$/.test(given);
  const lines = [
    ...(isLong ? [`const state = ${given};`] : []),
    `if (!${isLong ? 'state' : given} || ${isLong ? 'state' : given} !== ${expected}) {`,
    ...refusal.map((line) => `  ${line}`),
    '}',
    ...clear,
  ];
  if (isLong && /\bstate\b/.test(handler.node.text.replaceAll(given, ''))) return false;
  const statement = statementAround(handler.node, call.node);
  return statement !== undefined && bench.module === handler.module && putBefore(bench, handler, call.node, lines);
}

/** A variable that the handler already reads the state into, in front of the exchange. */
function known(handler: SyntaxNode, call: SyntaxNode): string | undefined {
  for (const read of readsOf(handler, new Set(['state']))) {
    if (read.startIndex > call.startIndex) continue;
    if (read.type === 'shorthand_property_identifier_pattern') return 'state';
    const declarator = read.parent?.parent?.parent;
    const near = [read.parent, read.parent?.parent, declarator].find((node) => node?.type === 'variable_declarator');
    const name = near ? field(near, 'name') : undefined;
    if (name?.type === 'identifier') return name.text;
  }
  return undefined;
}

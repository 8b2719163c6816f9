/** The callback's half of a sound state: the query's state is held against the kept one before the code is used. Pure. */
import { readsOf } from '../../../project/code/query-reads.ts';
import { descendants, field } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { clearingOf } from '../dialect/cookie-code.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { putBefore, statementAround } from '../handler-body.ts';
import type { KeptState } from './kept-state.ts';
import type { StateCallback } from './sound-state.ts';

export function compareState({ site: exchange, handler }: StateCallback, dialect: Dialect, kept: KeptState): boolean {
  const { cookies, session, bench } = dialect;
  const clearing = kept.kind === 'cookie' ? clearingOf(handler.node, kept.name) : deletionOf(handler.node, kept.path);
  // What is taken back cannot be read any more.
  const site = clearing && clearing.startIndex < exchange.startIndex ? clearing : exchange;
  const expected =
    kept.kind === 'cookie'
      ? cookies.read(kept.name)
      : session === undefined
        ? undefined
        : `${session}.${kept.path.slice('session.'.length)}`;
  const given = known(handler.node, site) ?? dialect.query('state', site.startIndex)?.code;
  const refusal = dialect.refuse(400, "{ error: 'state mismatch' }");
  if (expected === undefined || given === undefined || !refusal) return false;
  const clear =
    kept.kind === 'cookie'
      ? clearing
        ? []
        : cookies.clear(kept.name)
      : clearing || kept.path.includes('(') || session === undefined
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
  const statement = statementAround(handler.node, site);
  return statement !== undefined && bench.module === handler.module && putBefore(bench, handler, site, lines);
}

/** `delete req.session.state`. */
function deletionOf(handler: SyntaxNode, path: string): SyntaxNode | undefined {
  return [...descendants(handler, 'unary_expression')].find(
    ({ text }) => text.startsWith('delete ') && text.endsWith(`.${path}`),
  );
}

/** A variable that the handler already reads the state into, in front of the exchange. */
function known(handler: SyntaxNode, site: SyntaxNode): string | undefined {
  for (const read of readsOf(handler, new Set(['state']))) {
    if (read.startIndex > site.startIndex) continue;
    if (read.type === 'shorthand_property_identifier_pattern') return 'state';
    const declarator = read.parent?.parent?.parent;
    const near = [read.parent, read.parent?.parent, declarator].find((node) => node?.type === 'variable_declarator');
    const name = near ? field(near, 'name') : undefined;
    if (name?.type === 'identifier') return name.text;
  }
  return undefined;
}

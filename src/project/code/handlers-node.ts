/** Handlers of a plain Node server: what stands behind `if (url.pathname === '/callback')` and `case '/callback':`. Pure. */
import { bare, descendants, field, memberPath, namedChildren, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import type { FoundHandler } from './handlers.ts';
import { placeOf } from './place.ts';
import type { CodeModule } from './types.ts';

export function serverHandlers(module: CodeModule, lookup: ExportLookup): FoundHandler[] {
  // A Next.js middleware compares paths to let requests pass; it answers none of them.
  if ([...module.imports.values()].some(({ specifier }) => specifier === 'next/server')) return [];
  const compared = [...descendants(module.root, 'if_statement')].flatMap((statement): FoundHandler[] => {
    const condition = field(statement, 'condition');
    const body = field(statement, 'consequence');
    if (!condition || !body || !answers(body)) return [];
    return pathsIn(condition).map((path) => handler(module, lookup, { path, method: methodIn(condition), at: condition, body }));
  });
  const cases = [...descendants(module.root, 'switch_case')].flatMap((part): FoundHandler[] => {
    const value = field(part, 'value');
    const path = value ? stringValue(bare(value)) : undefined;
    return path?.startsWith('/') ? [handler(module, lookup, { path, method: 'any', at: part, body: part })] : [];
  });
  return [...compared, ...cases];
}

/** A middleware that only marks the request, or lets it pass, answers nothing. */
function answers(body: SyntaxNode): boolean {
  return [...descendants(body, new Set(['call_expression', 'new_expression']))].some((call) => {
    const callee = field(call, 'function') ?? field(call, 'constructor');
    const name = callee ? (memberPath(callee)?.join('.') ?? '') : '';
    return !/^(?:next|resolve|console\.\w+|\w+\.(?:get|set|has|test|log|info|debug))$/.test(name);
  });
}

/** `req.url === '/x'`, `url.pathname == "/x"`, `pathname.startsWith('/x')`, alone or in a conjunction; a comparison for inequality is none. */
function pathsIn(condition: SyntaxNode): string[] {
  return [...descendants(condition, new Set(['binary_expression', 'call_expression']))].flatMap((node) => {
    if (node.type === 'binary_expression' && /^={2,3}$/.test(field(node, 'operator')?.text ?? '')) {
      const sides = [field(node, 'left'), field(node, 'right')];
      const text = sides.map((side) => (side ? stringValue(bare(side)) : undefined)).find((side) => side?.startsWith('/'));
      const other = sides.find((side) => side && stringValue(bare(side)) === undefined);
      return text !== undefined && /path|url/i.test(other?.text ?? '') ? [text] : [];
    }
    if (node.type !== 'call_expression') return [];
    const callee = field(node, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    const list = field(node, 'arguments');
    const [first] = list ? namedChildren(list) : [];
    const text = first ? stringValue(bare(first)) : undefined;
    const starts = callee && field(callee, 'property')?.text === 'startsWith' && /path|url/i.test(object?.text ?? '');
    return starts && text !== undefined && /^\/\w/.test(text) ? [text.replace(/\?$/, '')] : [];
  });
}

function methodIn(condition: SyntaxNode): string {
  for (const node of descendants(condition, 'binary_expression')) {
    const left = field(node, 'left');
    const right = field(node, 'right');
    const text = right ? stringValue(bare(right)) : undefined;
    if (text !== undefined && /method$/i.test(left?.text ?? '')) return text.toLowerCase();
  }
  return 'any';
}

interface Branch {
  readonly path: string;
  readonly method: string;
  readonly at: SyntaxNode;
  readonly body: SyntaxNode;
}

function handler(module: CodeModule, lookup: ExportLookup, { path, method, at, body }: Branch): FoundHandler {
  const only = onlyCall(body);
  const target = only ? functionBehind(only, module, lookup) : undefined;
  return {
    method,
    path,
    at: placeOf(module.file, at),
    framework: 'node',
    before: [],
    wrappers: [],
    options: undefined,
    run: target ?? { node: body, module },
  };
}

/** The function that a branch does nothing but call. */
function onlyCall(body: SyntaxNode): SyntaxNode | undefined {
  const statements = body.type === 'statement_block' ? namedChildren(body) : [body];
  const meaningful = statements.filter(
    (statement) => !(statement.type === 'return_statement' && namedChildren(statement).length === 0),
  );
  const [only] = meaningful;
  if (!only || meaningful.length > 1) return undefined;
  const expression =
    only.type === 'return_statement' || only.type === 'expression_statement' ? namedChildren(only)[0] : undefined;
  const call = expression ? bare(expression) : undefined;
  return call?.type === 'call_expression' ? field(call, 'function') : undefined;
}

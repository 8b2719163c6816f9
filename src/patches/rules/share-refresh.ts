/** Lets requests that refresh with the same token at once share one refresh: a second one would use a token that is dead by then. Pure. */
import type { SdkCall } from '../../project/code/types.ts';
import { enclosing, field, functionTypes, memberPath } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { type Bench, benchOf } from './bench.ts';
import type { RuleResult } from './rule.ts';
import { own } from './style.ts';

const COMMENT =
  '// Refresh tokens rotate: requests that come at once share one refresh, since a second one would use a dead token.';

/** Undefined where the request is written by hand, the client is not one of the module or of the class, or the names are taken. */
export function shareRefresh({ node, argNodes, module, byHand }: SdkCall): RuleResult | undefined {
  if (byHand) return undefined;
  const bench = benchOf(module);
  const callee = field(node, 'function');
  const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
  const helper = object && argNodes.length === 1 ? sharedRefresh(bench, node, object) : undefined;
  if (!callee || helper === undefined) return undefined;
  bench.add({ start: callee.startIndex, end: callee.endIndex, text: helper });
  return bench.result();
}

/** Adds the helper in front of what holds `node`, and says how it is called from there. `client`: the client as it is written there. */
export function sharedRefresh(bench: Bench, node: SyntaxNode, client: SyntaxNode): string | undefined {
  const { module } = bench;
  const getter =
    client.type === 'call_expression' && field(client, 'arguments')?.text === '()' ? field(client, 'function') : undefined;
  const path = getter?.type === 'identifier' ? [getter.text] : memberPath(client);
  if (!path || client.text.includes('?.')) return undefined;
  const taken = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(module.file.text);
  const map = ['refreshes', 'runningRefreshes'].find((name) => !taken(name));
  const helper = ['refreshOnce', 'sharedRefresh'].find((name) => !taken(name));
  if (map === undefined || helper === undefined) return undefined;
  const isMember = path[0] === 'this';
  const place = isMember ? methodAround(node) : topStatement(node, path[0] ?? '', module.root);
  const lines = isMember
    ? inClass(bench, client.text, map, helper)
    : inModule(bench.style.isTypeScript, client.text, map, helper);
  if (!place || !lines || !bench.before(place, [...lines, ''])) return undefined;
  return isMember ? `this.${helper}` : helper;
}

function inModule(isTypeScript: boolean, client: string, map: string, helper: string): string[] {
  const type = client.endsWith('()')
    ? `ReturnType<typeof ${client.slice(0, -2)}>['refreshAccessToken']`
    : `typeof ${own(client)}.refreshAccessToken`;
  const types = isTypeScript ? `<string, ReturnType<${type}>>` : '';
  return [
    `const ${map} = new Map${types}();`,
    '',
    COMMENT,
    `async function ${helper}(refreshToken${isTypeScript ? ': string' : ''}) {`,
    ...body(own(client), map),
    '}',
  ];
}

function inClass(bench: Bench, client: string, map: string, helper: string): string[] | undefined {
  const { isTypeScript } = bench.style;
  const type = isTypeScript ? bench.use({ specifier: '@scalekit-sdk/node', name: 'ScalekitClient', type: true }) : '';
  if (type === undefined) return undefined;
  const kind = isTypeScript ? 'private readonly ' : '';
  const types = isTypeScript ? `<string, ReturnType<${type}['refreshAccessToken']>>` : '';
  return [
    `${kind}${map} = new Map${types}();`,
    '',
    COMMENT,
    `${isTypeScript ? 'private ' : ''}async ${helper}(refreshToken${isTypeScript ? ': string' : ''}) {`,
    ...body(own(client), `this.${map}`),
    '}',
  ];
}

function body(client: string, map: string): string[] {
  return [
    `  let running = ${map}.get(refreshToken);`,
    '  if (!running) {',
    `    running = ${client}.refreshAccessToken(refreshToken);`,
    `    ${map}.set(refreshToken, running);`,
    '  }',
    '  try {',
    '    return await running;',
    '  } finally {',
    `    ${map}.delete(refreshToken);`,
    '  }',
  ];
}

/** The method with the decorators in front of it. */
function methodAround(node: SyntaxNode): SyntaxNode | undefined {
  let method = enclosing(node, new Set(['method_definition']));
  while (method?.previousNamedSibling?.type === 'decorator') method = method.previousNamedSibling;
  return method?.parent?.type === 'class_body' ? method : undefined;
}

/** The module's own statement around the call, where the client is known there, too. */
function topStatement(node: SyntaxNode, client: string, root: SyntaxNode): SyntaxNode | undefined {
  for (let at = node; at.parent; at = at.parent) {
    if (at.parent.id === root.id) return at;
    // A client of the function itself is not there outside of it.
    if (functionTypes.has(at.type) && declares(at, client)) return undefined;
  }
  return undefined;
}

function declares(fn: SyntaxNode, name: string): boolean {
  const found = fn.descendantsOfType('variable_declarator').some((node) => node && field(node, 'name')?.text === name);
  return found || new RegExp(`\\b${name}\\b`).test(field(fn, 'parameters')?.text ?? '');
}

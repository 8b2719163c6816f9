/** Next.js, pages router: the body parser is turned off for the route, and the stream is read. Pure. */
import { descendants, field, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { type Bench, freeName } from '../bench.ts';
import { makeAsync } from '../handler-body.ts';
import { headsOf } from '../imports.ts';
import { insertion, parameterNames } from '../rule.ts';
import { written } from '../style.ts';
import type { RawBodyInput } from './raw-body.ts';

export function pagesBody({ handler, shop }: RawBodyInput): string | undefined {
  const [request] = parameterNames(handler.node);
  const bench = shop.bench(handler.module);
  const { module, style } = bench;
  const known = readerIn(module.root);
  const reader = known ?? freeName(module.root, ['readRawBody', 'readBodyAsText']);
  if (request === undefined || reader === undefined || !makeAsync(bench, handler.node)) return undefined;
  const type = style.isTypeScript ? requestType(bench) : '';
  if (type === undefined) return undefined;
  const config = handler.options;
  const turnsOff = config ? withoutParser(config, bench) : ['export const config = { api: { bodyParser: false } };'];
  const last = headsOf(module.root).at(-1);
  if (!turnsOff || !last || !module.isEsm) return undefined;
  const lines = [
    ...(turnsOff.length > 0 ? ['// The signature is over the body as it came.', ...turnsOff] : []),
    ...(known === undefined ? [...(turnsOff.length > 0 ? [''] : []), ...reading(reader, type, style.isTypeScript)] : []),
  ];
  if (lines.length > 0) bench.add(insertion(last.endIndex, `${style.end}${style.end}${written(lines, style, '')}`));
  // The parsed body is gone with the parser.
  return `await ${reader}(${request})`;
}

function requestType(bench: Bench): string | undefined {
  return bench.use({ specifier: 'next', name: 'NextApiRequest', type: true });
}

/** The config that is there gets `bodyParser: false`; lines for none, or undefined where that is not clear. */
function withoutParser(config: NonNullable<RawBodyInput['handler']['options']>, bench: Bench): string[] | undefined {
  if (config.type !== 'object') return undefined;
  const api = namedChildren(config).find((part) => propertyName(field(part, 'key')) === 'api');
  const value = api ? field(api, 'value') : undefined;
  const target = api ? (value?.type === 'object' ? value : undefined) : config;
  if (!target) return undefined;
  const parser = namedChildren(target).find((part) => propertyName(field(part, 'key')) === 'bodyParser');
  const given = parser ? field(parser, 'value') : undefined;
  if (given) {
    if (given.text !== 'false') bench.add({ start: given.startIndex, end: given.endIndex, text: 'false' });
    return [];
  }
  const [first] = namedChildren(target);
  const text = api ? 'bodyParser: false' : 'api: { bodyParser: false }';
  if (first) bench.add(insertion(first.startIndex, `${text}, `));
  else bench.add({ start: target.startIndex, end: target.endIndex, text: `{ ${text} }` });
  return [];
}

/** Every other place that reads the parsed body. */
export function bodyReads({ handler }: Pick<RawBodyInput, 'handler'>): ReturnType<typeof namedChildren> {
  const [request] = parameterNames(handler.node);
  return [...descendants(handler.node, 'member_expression')].filter(
    (node) => field(node, 'object')?.text === request && propertyName(field(node, 'property')) === 'body',
  );
}

function reading(name: string, type: string, isTypeScript: boolean): string[] {
  return [
    `async function ${name}(${isTypeScript ? `req: ${type}` : 'req'})${isTypeScript ? ': Promise<string>' : ''} {`,
    `  const chunks${isTypeScript ? ': Buffer[]' : ''} = [];`,
    '  for await (const chunk of req) chunks.push(Buffer.from(chunk));',
    "  return Buffer.concat(chunks).toString('utf8');",
    '}',
  ];
}

/** A function of the module that already reads the stream. */
function readerIn(root: SyntaxNode): string | undefined {
  const found = namedChildren(root).find(
    (node) =>
      node.type === 'function_declaration' &&
      /Buffer\.concat\([^)]*\)\.toString/.test(node.text) &&
      namedChildren(field(node, 'parameters') ?? node).length === 1,
  );
  return found ? field(found, 'name')?.text : undefined;
}

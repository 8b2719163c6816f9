/** Fastify: by fastify-raw-body where the project has it, else a JSON parser that keeps the text and hands on to Fastify's own. Pure. */
import type { CodeModule } from '../../../project/code/types.ts';
import { descendants, field, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import type { Bench } from '../bench.ts';
import { headsOf } from '../imports.ts';
import { insertion, parameterNames, statementOf } from '../rule.ts';
import { written } from '../style.ts';
import type { RawBodyInput } from './raw-body.ts';

export function fastifyBody({ handler, shop, modules }: RawBodyInput): string | undefined {
  const [request] = parameterNames(handler.node);
  const { module } = handler;
  const call = [...descendants(module.root, 'call_expression')].find(
    ({ startIndex, endIndex }) => startIndex === handler.at.start && endIndex === handler.at.end,
  );
  const instance = call ? field(field(call, 'function') ?? call, 'object') : undefined;
  if (request === undefined || !call || instance?.type !== 'identifier' || handler.at.file !== module.file) return undefined;
  const bench = shop.bench(module);
  const raw = `${request}.rawBody${bench.style.isTypeScript ? " ?? ''" : ''}`;
  const plugin = pluginIn(modules);
  if (plugin !== undefined) return plugin === 'on every route' || asksFor(call, bench) ? raw : undefined;
  if (modules.some(({ file }) => /addContentTypeParser/.test(file.text))) return undefined;
  const statement = statementOf(call);
  if (!statement || !bench.before(statement, parser(instance.text))) return undefined;
  if (bench.style.isTypeScript && !modules.some(({ file }) => /interface FastifyRequest[^}]*rawBody/.test(file.text)))
    declareRawBody(bench);
  return raw;
}

function parser(app: string): string[] {
  return [
    '// The signature is over the body as it came.',
    `const parseJson = ${app}.getDefaultJsonParser('error', 'error');`,
    `${app}.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {`,
    '  request.rawBody = body;',
    '  parseJson(request, body, done);',
    '});',
    '',
  ];
}

function declareRawBody({ module, style, add }: Bench): void {
  const lines = ["declare module 'fastify' {", '  interface FastifyRequest {', '    rawBody?: string;', '  }', '}'];
  const last = headsOf(module.root).at(-1);
  if (last) add(insertion(last.endIndex, `${style.end}${style.end}${written(lines, style, '')}`));
}

/** How fastify-raw-body is registered. */
function pluginIn(modules: readonly CodeModule[]): 'on every route' | 'where asked for' | undefined {
  const user = modules.find(({ loads }) => loads.some(({ specifier }) => specifier === 'fastify-raw-body'));
  if (!user) return undefined;
  return /global\s*:\s*false/.test(user.file.text) ? 'where asked for' : 'on every route';
}

/** `config: { rawBody: true }` among the route's options. */
function asksFor(call: SyntaxNode, { add, module }: Bench): boolean {
  const list = field(call, 'arguments');
  const [path, second] = list ? namedChildren(list) : [];
  const options = second?.type === 'object' ? second : path?.type === 'object' ? path : undefined;
  if (options && /\brawBody\s*:\s*true/.test(options.text)) return true;
  if (!options) {
    if (!path) return false;
    add(insertion(path.endIndex, ', { config: { rawBody: true } }'));
    return true;
  }
  const config = namedChildren(options).find((part) => propertyName(field(part, 'key')) === 'config');
  const value = config ? field(config, 'value') : undefined;
  const [first] = namedChildren(value?.type === 'object' ? value : options);
  if (!first || (config && value?.type !== 'object')) return false;
  const lead = module.file.text.slice((value ?? options).startIndex + 1, first.startIndex);
  add(
    insertion(first.startIndex, `${config ? 'rawBody: true' : 'config: { rawBody: true }'},${/[\r\n]/.test(lead) ? lead : ' '}`),
  );
  return true;
}

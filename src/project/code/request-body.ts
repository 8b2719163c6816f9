/** What `request.body` holds when a handler runs: the bytes, or what a parser made of them. Depends on the framework and on what runs before. Pure. */
import { descendants, field, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { argumentsOf } from './redirect-arguments.ts';
import type { CodeModule, Handler } from './types.ts';

export function requestBodyOf(handler: Handler, modules: readonly CodeModule[]): 'raw' | 'parsed' | 'unknown' {
  switch (handler.framework) {
    case 'express': {
      // The first parser that runs reads the stream; those behind it find nothing left.
      const parser = handler.before.find(({ name }) => /(?:^|\.)(?:raw|text|json|urlencoded)$|^bodyParser$/.test(name));
      if (!parser) return 'unknown';
      return /(?:^|\.)(?:raw|text)$/.test(parser.name) ? 'raw' : 'parsed';
    }
    case 'next-pages':
      return handler.options && turnsParserOff(handler.options) ? 'unknown' : 'parsed';
    case 'fastify':
      return fastifyBody(modules);
    case 'nest':
    case 'koa':
      return 'parsed';
    default:
      return 'unknown';
  }
}

/** `export const config = { api: { bodyParser: false } }`. */
function turnsParserOff(options: SyntaxNode): boolean {
  return [...descendants(options, 'pair')].some(
    (pair) => propertyName(field(pair, 'key')) === 'bodyParser' && field(pair, 'value')?.type === 'false',
  );
}

/** Fastify parses JSON by itself, unless the project's own content type parser hands the body on as it came. */
function fastifyBody(modules: readonly CodeModule[]): 'raw' | 'parsed' | 'unknown' {
  const parsers = modules.flatMap(({ root }) =>
    [...descendants(root, 'call_expression')].filter((call) => {
      const callee = field(call, 'function');
      return callee?.type === 'member_expression' && propertyName(field(callee, 'property')) === 'addContentTypeParser';
    }),
  );
  if (parsers.length === 0) return 'parsed';
  return parsers.some((call) => handsOn(argumentsOf(call).at(-1))) ? 'raw' : 'unknown';
}

/** `(request, body, done) => done(null, body)`, or an async one that returns its second argument. */
function handsOn(parser: SyntaxNode | undefined): boolean {
  const list = parser && field(parser, 'parameters');
  const names = list ? namedChildren(list).map((each) => (field(each, 'pattern') ?? each).text) : [];
  const [, body, done] = names;
  if (!parser || body === undefined) return false;
  const returns = field(parser, 'body')?.text === body;
  const results = [
    ...[...descendants(parser, 'return_statement')].map((statement) => namedChildren(statement)[0]),
    ...[...descendants(parser, 'call_expression')]
      .filter((call) => field(call, 'function')?.text === done)
      .map((call) => argumentsOf(call)[1]),
  ];
  return returns || results.some((result) => result?.type === 'identifier' && result.text === body);
}

/** Puts the answer to a refused login at the start of the callback, in the words of its framework. Pure. */
import type { Handler } from '../../project/code/types.ts';
import { field, namedChildren, propertyName } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { insertion, lineEnding, parameterNames, quoteOf, type RuleResult, result } from './rule.ts';

/** Undefined where parameters or body have a shape that is not known: NestJS takes the query apart by decorators. */
export function addErrorBranch(handler: Handler): RuleResult | undefined {
  const { file } = handler.module;
  const body = field(handler.node, 'body');
  if (body?.type !== 'statement_block') return undefined;
  const [first] = namedChildren(body);
  const lines = branchFor(handler, quoteOf(file.text));
  if (!first || !lines) return undefined;
  const lineStart = file.text.lastIndexOf('\n', first.startIndex) + 1;
  const indent = file.text.slice(lineStart, first.startIndex);
  // The first statement stands on the line of the brace.
  if (indent.trim() !== '') return undefined;
  const end = lineEnding(file.text);
  const text = lines.map((text, index) => (index === 0 ? text : indent + text)).join(end);
  return result(
    file,
    [insertion(first.startIndex, `${text}${end}${indent}`)],
    !/\.[cm]?tsx?$/.test(file.path) || handler.framework !== 'fastify',
  );
}

function branchFor(handler: Handler, quote: string): string[] | undefined {
  const [one, two] = parameterNames(handler.node);
  if (one === undefined) return undefined;
  const text = (value: string): string => `${quote}${value}${quote}`;
  switch (handler.framework) {
    case 'express':
    case 'next-pages':
      if (two === undefined) return undefined;
      return [`if (${one}.query.error) {`, `  ${two}.status(400).json({ error: ${one}.query.error });`, '  return;', '}'];
    case 'fastify':
      if (two === undefined) return undefined;
      return [`if (${one}.query.error) {`, `  return ${two}.code(400).send({ error: ${one}.query.error });`, '}'];
    case 'hono':
      return [
        `if (${one}.req.query(${text('error')})) {`,
        `  return ${one}.json({ error: ${one}.req.query(${text('error')}) }, 400);`,
        '}',
      ];
    case 'koa':
      return [
        `if (${one}.query.error) {`,
        `  ${one}.status = 400;`,
        `  ${one}.body = { error: ${one}.query.error };`,
        '  return;',
        '}',
      ];
    case 'next-app':
      return [
        `const refused = new URL(${one}.url).searchParams.get(${text('error')});`,
        'if (refused) {',
        '  return Response.json({ error: refused }, { status: 400 });',
        '}',
      ];
    case 'node': {
      const url = urlParameter(handler.node);
      if (two === undefined || url === undefined) return undefined;
      return [
        `if (${url}.searchParams.get(${text('error')})) {`,
        `  ${two}.writeHead(400, { ${text('Content-Type')}: ${text('application/json')} });`,
        `  ${two}.end(JSON.stringify({ error: ${url}.searchParams.get(${text('error')}) }));`,
        '  return;',
        '}',
      ];
    }
    default:
      return undefined;
  }
}

/** The parameter of a plain server's handler on which `searchParams` is read. */
function urlParameter(fn: SyntaxNode): string | undefined {
  const names = new Set(parameterNames(fn).filter((name) => name !== undefined));
  for (const node of fn.descendantsOfType('member_expression')) {
    const object = node ? field(node, 'object') : undefined;
    if (node && propertyName(field(node, 'property')) === 'searchParams' && object && names.has(object.text)) return object.text;
  }
  return undefined;
}

/** Puts a verification in front of a handler that takes events unverified, over the raw body. Pure. */
import type { CodeModule, Handler } from '../../../project/code/types.ts';
import { bare, enclosing, functionTypes, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { freeName, workshop } from '../bench.ts';
import { clientName } from '../client-name.ts';
import { dialectOf } from '../dialect/index.ts';
import { statementAround, statementsIn } from '../handler-body.ts';
import type { RuleResult } from '../rule.ts';
import { statementOf } from '../rule.ts';
import { own, written } from '../style.ts';
import { bodyReads } from './pages-body.ts';
import { parsedIn } from './payload.ts';
import { headersCode, rawBodyCode } from './raw-body.ts';

const SECRET = 'process.env.SCALEKIT_WEBHOOK_SECRET';

/** Undefined where it is not plain how the handler comes to its body. */
export function addVerification(handler: Handler, modules: readonly CodeModule[]): readonly RuleResult[] | undefined {
  const shop = workshop();
  const bench = shop.bench(handler.module);
  const dialect = dialectOf(handler, modules, bench);
  const found = parsedIn(handler);
  const client = clientName(bench, handler.node, modules);
  const refusal = dialect?.refuse(400, "{ error: 'invalid signature' }");
  if (!found || client === undefined || !refusal) return undefined;
  const { origin, parsed } = found;
  const code = origin.kind === 'body' ? rawBodyCode({ handler, shop, modules }) : '';
  const headers = code === undefined ? undefined : headersCode(handler, bench, code);
  if (code === undefined || headers === undefined) return undefined;
  const verification = (payload: string): string[] => [
    'try {',
    `  ${client}.verifyWebhookPayload(${SECRET}${bench.style.isTypeScript ? '!' : ''}, ${headers}, ${payload});`,
    '} catch {',
    ...refusal.map((line) => `  ${line}`),
    '}',
  ];
  if (origin.kind === 'body') {
    const first = firstRead(handler);
    const statement = first && statementAround(handler.node, first);
    if (!statement) return undefined;
    if (handler.framework !== 'next-pages') return bench.before(statement, verification(code)) ? shop.results() : undefined;
    const name = freeName(handler.node, ['payload', 'rawBody', 'rawPayload']);
    if (name === undefined || !bench.before(statement, [`const ${name} = ${code};`, ...verification(name)])) return undefined;
    for (const read of bodyReads({ handler }))
      bench.add({ start: read.startIndex, end: read.endIndex, text: `JSON.parse(${name})` });
    return shop.results();
  }
  const statement = parsed && statementOf(parsed);
  if (!statement || !sameFunction(statement, handler.node)) return undefined;
  const node = origin.kind === 'json' ? awaited(origin.call) : origin.text;
  const text = origin.kind === 'json' ? `await ${origin.of}.text()` : origin.text.text;
  if (!node) return undefined;
  const plain = bare(node);
  if (origin.kind === 'parse' && plain.type === 'identifier')
    return bench.before(statement, verification(plain.text)) ? shop.results() : undefined;
  const name = freeName(handler.node, ['payload', 'rawBody', 'rawPayload']);
  if (name === undefined || !bench.before(statement, [`const ${name} = ${own(text)};`, ...verification(name)])) return undefined;
  const replacement = origin.kind === 'json' ? `JSON.parse(${name})` : name;
  bench.add({ start: node.startIndex, end: node.endIndex, text: written([replacement], bench.style, '') });
  return shop.results();
}

function awaited(call: SyntaxNode): SyntaxNode | undefined {
  return call.parent?.type === 'await_expression' ? call.parent : undefined;
}

function sameFunction(statement: SyntaxNode, fn: SyntaxNode): boolean {
  return (functionTypes.has(fn.type) ? enclosing(statement, functionTypes)?.id === fn.id : true) && namedChildren(fn).length > 0;
}

/** The first statement of the handler that reads the body: of NestJS, where a parameter is it, the first at all. */
function firstRead(handler: Handler): SyntaxNode | undefined {
  if (handler.framework === 'nest') return statementsIn(handler.node)[0];
  const reads = bodyReads({ handler });
  const patterns = statementsIn(handler.node).filter((statement) => /\{[^}]*\bbody\b[^}]*\}\s*=\s*\w+;?$/.test(statement.text));
  return [...reads, ...patterns].sort((a, b) => a.startIndex - b.startIndex)[0];
}

/**
 * A page calls the logout route by a script: the browser refuses to follow a redirect to Scalekit there (CORS). So the route hands the address
 * back, and the page goes to it. Pure.
 */
import type { Handler } from '../../../project/code/types.ts';
import { bare, calledName, descendants, field, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { type Bench, freeName, type Workshop } from '../bench.ts';
import { insertion, statementOf } from '../rule.ts';
import { own, written } from '../style.ts';
import type { Fetch } from './fetches.ts';

/** The place in the handler that answers: what stands there now, and how the address is written in its place. */
export interface Answer {
  /** Where the handler sends people now; undefined where it answers a script. */
  readonly target: SyntaxNode | undefined;
  readonly node: SyntaxNode;
  readonly write: (bench: Bench, url: string) => void;
}

export function answerOf({ framework, node }: Handler): Answer | undefined {
  if (framework !== 'next-app' && framework !== 'express') return undefined;
  const answers = [...descendants(node, 'call_expression')].flatMap((call) => answer(call, framework) ?? []);
  return answers.length === 1 ? answers[0] : undefined;
}

function answer(call: SyntaxNode, framework: 'next-app' | 'express'): Answer | undefined {
  const callee = field(call, 'function');
  const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
  const list = field(call, 'arguments');
  const [first, ...more] = list ? namedChildren(list) : [];
  const sends = framework === 'express' ? /^_?res(?:ponse)?\b/ : /^(?:Next)?Response$/;
  if (!object || !sends.test(object.text)) return undefined;
  const sender = own(object.text.replace(/\.status\([^)]*\)$/, ''));
  const write: Answer['write'] = (bench, url) => bench.replace(call, [`${sender}.json({ url: ${url} })`]);
  switch (calledName(call)) {
    case 'redirect':
      return { target: /^\d+$/.test(first?.text ?? '') ? more[0] : first, node: call, write };
    case 'json': {
      const given = first ? bare(first) : undefined;
      const [head] = given?.type === 'object' ? namedChildren(given) : [];
      if (!given || !head || namedChildren(given).some((part) => propertyName(field(part, 'key')) === 'url')) return undefined;
      const added: Answer['write'] = (bench, url) =>
        bench.add(insertion(head.startIndex, `${written([`url: ${url},`], bench.style, '')} `));
      return { target: undefined, node: call, write: added };
    }
    case 'sendStatus':
    case 'end':
    case 'send':
      return framework === 'express' ? { target: undefined, node: call, write } : undefined;
    default:
      return undefined;
  }
}

/** `await fetch(…); window.location.href = '/'`: the page goes to what came back. Says where it goes now; undefined for another shape. */
export function goToAnswer({ call, module, isFetch }: Fetch, shop: Workshop): SyntaxNode | undefined {
  const awaited = call.parent?.type === 'await_expression' ? call.parent : undefined;
  const statement = awaited?.parent?.type === 'expression_statement' ? awaited.parent : undefined;
  const next = statement && statementAfter(statement);
  const [expression] = next?.type === 'expression_statement' ? namedChildren(next) : [];
  const going = expression && destination(expression);
  if (!awaited || !statement || !next || !going || statementOf(call)?.id !== statement.id) return undefined;
  const bench = shop.bench(module);
  const scope = statement.parent ?? statement;
  const answer = freeName(scope, ['answer', 'logoutAnswer']);
  const url = freeName(scope, ['url', 'logoutUrl']);
  if (answer === undefined || url === undefined) return undefined;
  const { semicolon } = bench.style;
  bench.add(insertion(statement.startIndex, isFetch ? `const ${answer} = ` : `const { data: ${answer} } = `));
  const name = isFetch ? url : `${answer}.url`;
  if (isFetch) {
    const entry = url === 'url' ? 'url' : `url: ${url}`;
    if (!bench.before(next, [`const { ${entry} } = await ${answer}.json();`])) return undefined;
  }
  bench.add({ start: next.startIndex, end: next.endIndex, text: `window.location.href = ${name}${semicolon}` });
  return going;
}

function statementAfter(statement: SyntaxNode): SyntaxNode | undefined {
  let next = statement.nextNamedSibling;
  while (next?.type === 'comment') next = next.nextNamedSibling;
  return next ?? undefined;
}

/** What `window.location.href = X`, `location.assign(X)` and `router.push(X)` go to. */
function destination(expression: SyntaxNode): SyntaxNode | undefined {
  if (expression.type === 'assignment_expression') {
    const left = field(expression, 'left')?.text ?? '';
    return /^(?:window\.|document\.)?location(?:\.href)?$/.test(left) ? field(expression, 'right') : undefined;
  }
  const callee = expression.type === 'call_expression' ? (field(expression, 'function')?.text ?? '') : '';
  const list = field(expression, 'arguments');
  return /^(?:(?:window\.)?location\.(?:assign|replace)|router\.(?:push|replace)|navigate|goto|navigateTo)$/.test(callee) && list
    ? namedChildren(list)[0]
    : undefined;
}

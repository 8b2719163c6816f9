/** The login's half of a sound state: a random value, given to getAuthorizationUrl and kept for the callback. Pure. */
import { guessable, optionNode } from '../../../project/code/randomness.ts';
import { declarationOf } from '../../../project/code/scope.ts';
import type { Handler, SdkCall } from '../../../project/code/types.ts';
import { bare, descendants, field, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { type Bench, freeName } from '../bench.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { goesDeeper, putBefore } from '../handler-body.ts';
import { insertion } from '../rule.ts';
import { own, written } from '../style.ts';
import { type KeptState, keptBy } from './kept-state.ts';
import type { StateStart } from './sound-state.ts';

/** Where the state is kept afterwards; undefined where the code has a shape that is not known. `wanted`: where the callback looks. */
export function sendState(
  starts: readonly StateStart[],
  dialect: Dialect,
  wanted: KeptState | undefined,
  fresh: KeptState,
): KeptState | undefined {
  const [first] = starts;
  if (!first) return undefined;
  const { bench } = dialect;
  const { handler } = first;
  const sent = starts.filter(({ state }) => state === 'sent');
  if (sent.length > 0 && sent.length < starts.length) return undefined;
  // A random value that is made and kept, and only not sent.
  const unused = sent.length === 0 ? madeState(handler.node) : undefined;
  if (unused !== undefined) {
    const kept = keptBy(handler.node, unused);
    return kept && starts.every(({ call }) => addToOptions(bench, handler, call, unused)) ? kept : undefined;
  }
  if (sent.length > 0) return mendSent(sent, dialect, wanted, fresh);
  const variable = freeName(handler.node, ['state', 'loginState']);
  const random = randomCode(bench, handler.framework);
  if (variable === undefined || random === undefined) return undefined;
  if (!starts.every(({ call }) => addToOptions(bench, handler, call, variable))) return undefined;
  const kept: KeptState = wanted ?? fresh;
  const keeping = keepingLines(kept, variable, dialect);
  if (!keeping) return undefined;
  const lines = [`const ${variable} = ${random};`, ...keeping];
  return putBefore(bench, handler, first.call.node, lines) ? kept : undefined;
}

/** A state is sent: it is made random where it can be guessed, and kept where it is not. */
function mendSent(
  sent: readonly StateStart[],
  dialect: Dialect,
  wanted: KeptState | undefined,
  fresh: KeptState,
): KeptState | undefined {
  const { bench } = dialect;
  const [first] = sent;
  if (!first) return undefined;
  const { handler, call } = first;
  const nodes = sent.map((start) => optionNode(start.call.argNodes[1], 'state'));
  const names = new Set(sent.map((start) => nameOfOption(start.call)));
  const [variable] = names;
  const random = sent.some((start) => start.guessable !== undefined) ? randomCode(bench, handler.framework) : undefined;
  if (variable !== undefined && names.size === 1) {
    const declared = declarationOf(variable, call.node);
    if (declared?.kind !== 'value' || declared.declared.startIndex < handler.node.startIndex) return undefined;
    if (sent.some((start) => start.guessable !== undefined)) {
      if (random === undefined) return undefined;
      bench.add({ start: declared.value.startIndex, end: declared.value.endIndex, text: written([random], bench.style, '') });
    }
    const kept = keptBy(handler.node, variable);
    if (kept) return kept;
    const place: KeptState = wanted ?? fresh;
    const lines = keepingLines(place, variable, dialect);
    return lines && putBefore(bench, handler, call.node, lines) ? place : undefined;
  }
  // Written where it is sent: it gets a name, so that it can be kept.
  const [node] = nodes;
  const free = freeName(handler.node, ['state', 'loginState']);
  if (!node || sent.length > 1 || free === undefined || call.module !== bench.module) return undefined;
  if (sent[0]?.guessable !== undefined && random === undefined) return undefined;
  const place: KeptState = wanted ?? fresh;
  const lines = keepingLines(place, free, dialect);
  if (!lines) return undefined;
  const pair = node.parent?.type === 'pair' && free === 'state' ? node.parent : node;
  bench.add({ start: pair.startIndex, end: pair.endIndex, text: free });
  const value = random ?? own(node.text);
  return putBefore(bench, handler, call.node, [`const ${free} = ${value};`, ...lines]) ? place : undefined;
}

function keepingLines(kept: KeptState, variable: string, { cookies, session }: Dialect): readonly string[] | undefined {
  if (kept.kind === 'cookie') return cookies.set(kept.name, variable);
  return session === undefined || kept.path.includes('(')
    ? undefined
    : [`${session}.${kept.path.slice('session.'.length)} = ${variable};`];
}

/** `randomBytes(16).toString('hex')`; where Node's modules may be missing, what every runtime has. */
function randomCode(bench: Bench, framework: string): string | undefined {
  const crypto = [...bench.module.imports].find(([, { specifier }]) => /^(?:node:)?crypto$/.test(specifier));
  if (!crypto && /^(?:next-app|hono)$/.test(framework)) return 'crypto.randomUUID()';
  const local = bench.use({ specifier: 'node:crypto', name: 'randomBytes' });
  return local && `${local}(16).toString('hex')`;
}

/** A variable of the handler that is named for a state and is random. */
function madeState(handler: SyntaxNode): string | undefined {
  for (const declarator of descendants(handler, 'variable_declarator')) {
    const name = field(declarator, 'name');
    const value = field(declarator, 'value');
    if (name?.type !== 'identifier' || !/state|csrf/i.test(name.text) || !value) continue;
    if (/random|uuid|nanoid/i.test(value.text) && guessable(value) === undefined) return name.text;
  }
  return undefined;
}

/** The variable behind the option `state`. */
function nameOfOption({ argNodes }: SdkCall): string | undefined {
  const object = objectOf(argNodes[1]);
  for (const part of object ? namedChildren(object) : []) {
    if (part.type === 'shorthand_property_identifier' && part.text === 'state') return 'state';
    if (part.type !== 'pair' || propertyName(field(part, 'key')) !== 'state') continue;
    const value = field(part, 'value');
    return value && bare(value).type === 'identifier' ? bare(value).text : undefined;
  }
  return undefined;
}

function objectOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  const given = node ? bare(node) : undefined;
  const declared = given?.type === 'identifier' ? declarationOf(given.text, given) : undefined;
  const object = declared?.kind === 'value' ? bare(declared.value) : given;
  return object?.type === 'object' ? object : undefined;
}

/** `getAuthorizationUrl(uri)` and its options, written in the call or in a variable of the same function. */
function addToOptions(bench: Bench, handler: Handler, { argNodes, module, node }: SdkCall, variable: string): boolean {
  if (module !== bench.module) return false;
  const option = variable === 'state' ? 'state' : `state: ${variable}`;
  const [uri, options] = argNodes;
  if (!uri) return false;
  if (!options) {
    bench.add(insertion(uri.endIndex, `, { ${option} }`));
    return true;
  }
  const object = objectOf(options);
  if (!object || object.startIndex < (functionAround(node)?.startIndex ?? 0)) return false;
  const parts = namedChildren(object);
  const spread = parts.findLastIndex(({ type }) => type === 'spread_element');
  const last = parts.at(-1);
  // Behind what is spread in, which may bring a state of its own.
  const first = parts[spread + 1];
  if (!last) bench.add({ start: object.startIndex, end: object.endIndex, text: `{ ${option} }` });
  else if (!first) bench.add(insertion(last.endIndex, `, ${option}`));
  else if (spread !== -1) bench.add(insertion(first.startIndex, `${option}, `));
  else {
    const lead = module.file.text.slice(object.startIndex + 1, first.startIndex);
    const deeper = /[\r\n]/.test(lead) ? lead + goesDeeper(handler, bench.style) : ' ';
    bench.add(insertion(first.startIndex, `${option},${deeper}`));
  }
  return true;
}

function functionAround(node: SyntaxNode): SyntaxNode | undefined {
  let at = node.parent;
  while (at && !/function|method_definition/.test(at.type)) at = at.parent;
  return at ?? undefined;
}

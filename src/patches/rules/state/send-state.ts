/** The login's half of a sound state: a random value, given to getAuthorizationUrl and kept for the callback. Pure. */
import type { CodeModule } from '../../../project/code/types.ts';
import { freeName, type Workshop } from '../bench.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { holds, putBefore } from '../handler-body.ts';
import { own, written } from '../style.ts';
import { replaceText } from './add-parameter.ts';
import { givenState, giveState, isOwnVariable } from './given-state.ts';
import { type KeptState, keptBy } from './kept-state.ts';
import { madeState } from './mend-half.ts';
import { randomCode } from './random-code.ts';
import type { StateStart } from './sound-state.ts';

export interface StateTools {
  readonly dialect: Dialect;
  readonly shop: Workshop;
  readonly modules: readonly CodeModule[];
}

/** Where the state is kept afterwards; undefined where the code has a shape that is not known. `wanted`: where the callback looks. */
export function sendState(
  starts: readonly StateStart[],
  tools: StateTools,
  wanted: KeptState | undefined,
  fresh: KeptState,
): KeptState | undefined {
  const [first] = starts;
  if (!first) return undefined;
  const { bench } = tools.dialect;
  const { handler } = first;
  const give = (variable: string): boolean =>
    starts.every(({ call }) => giveState(call, handler, variable, tools.shop, tools.modules));
  const sent = starts.filter(({ state }) => state === 'sent');
  if (sent.length > 0 && sent.length < starts.length) return undefined;
  // A random value that is made and kept, and only not sent.
  const made = sent.length === 0 ? madeState(handler.node) : undefined;
  const unused = made?.type === 'identifier' ? made.text : undefined;
  if (unused !== undefined) {
    const kept = keptBy(handler.node, unused);
    return kept && give(unused) ? kept : undefined;
  }
  if (sent.length > 0) return mendSent(sent, tools.dialect, wanted, fresh);
  const variable = freeName(handler.node, ['state', 'loginState']);
  const random = randomCode(bench, handler.framework);
  if (variable === undefined || random === undefined || !give(variable)) return undefined;
  const kept: KeptState = wanted ?? fresh;
  const keeping = keepingLines(kept, variable, tools.dialect);
  if (!keeping) return undefined;
  const lines = [`const ${variable} = ${random};`, ...keeping];
  return putBefore(bench, handler, first.site, lines) ? kept : undefined;
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
  const { handler, site, call } = first;
  const isGuessable = sent.some((start) => start.guessable !== undefined);
  const random = isGuessable ? randomCode(bench, handler.framework) : undefined;
  if (isGuessable && random === undefined) return undefined;
  const place: KeptState = wanted ?? fresh;
  const given = sent.map((start) => givenState(start.call, handler));
  const [node] = given;
  if (node && /identifier/.test(node.type)) {
    if (given.some((other) => other?.text !== node.text)) return undefined;
    const value = isOwnVariable(node, handler.node);
    if (!value) return undefined;
    if (random !== undefined)
      bench.add({ start: value.startIndex, end: value.endIndex, text: written([random], bench.style, '') });
    const kept = keptBy(handler.node, node.text);
    if (kept) return kept;
    const lines = keepingLines(place, node.text, dialect);
    return lines && putBefore(bench, handler, site, lines) ? place : undefined;
  }
  // Written where it is sent: it gets a name, so that it can be kept.
  const free = freeName(handler.node, ['state', 'loginState']);
  if (sent.length > 1 || free === undefined) return undefined;
  const lines = keepingLines(place, free, dialect);
  if (!lines) return undefined;
  if (node && holds(handler.node, node)) {
    const pair = node.parent?.type === 'pair' && free === 'state' ? node.parent : node;
    bench.add({ start: pair.startIndex, end: pair.endIndex, text: free });
  } else if (node || random === undefined || !replaceText(bench, call, free)) return undefined;
  const value = random ?? own(node?.text ?? '');
  return putBefore(bench, handler, site, [`const ${free} = ${value};`, ...lines]) ? place : undefined;
}

function keepingLines(kept: KeptState, variable: string, { cookies, session }: Dialect): readonly string[] | undefined {
  if (kept.kind === 'cookie') return cookies.set(kept.name, variable);
  return session === undefined || kept.path.includes('(')
    ? undefined
    : [`${session}.${kept.path.slice('session.'.length)} = ${variable};`];
}

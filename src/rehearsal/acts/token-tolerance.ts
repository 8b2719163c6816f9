/** Token answers that are right in another way than usual: a sound app takes them (RFC 6749 §5.1, OpenID Connect Core §10.1.1). */
import type { Location } from '../../diagnosis/evidence.ts';
import type { LoginPlay } from '../../sandbox/index.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { logIn } from '../login.ts';
import { callbackPlaces } from '../places.ts';
import { type Scene, showsFault } from '../scene.ts';
import { presenceIn } from '../session.ts';

export type Variant = 'lower-case-bearer' | 'second-key' | 'without-expires-in' | 'clock-behind';

export interface VariantSeen {
  readonly variant: Variant;
  readonly isIn: boolean;
  readonly exchange: string;
  readonly where: readonly Location[];
}

export interface ToleranceSeen {
  readonly variants: readonly VariantSeen[];
  /** An honest login still goes through after the one that did not. */
  readonly honestGoesOn: boolean;
}

const SKEW = 60;

function playOf(variant: Variant): LoginPlay {
  switch (variant) {
    case 'lower-case-bearer':
      return { tokenType: 'bearer' };
    case 'second-key':
      return { tokenKey: 'second' };
    case 'without-expires-in':
      return { withoutExpiresIn: true };
    case 'clock-behind':
      return { idTokenClaims: { iat: Math.floor(Date.now() / 1000) + SKEW } };
  }
}

export const tokenTolerance = {
  id: 'token-tolerance',
  title: 'Token answers that are right in another way',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login') || !scene.page) return notJudged('No honest login with a page behind it went through.');
    const variants: VariantSeen[] = [];
    for (const variant of ['lower-case-bearer', 'second-key', 'without-expires-in', 'clock-behind'] as const) {
      const one = await logInWith(scene, variant, playOf(variant));
      if (one) variants.push(one);
    }
    const failed = variants.some(({ isIn }) => !isIn);
    const honest = failed ? await logInWith(scene, 'lower-case-bearer', {}) : undefined;
    return judgeTolerance({ variants, honestGoesOn: !failed || honest?.isIn === true });
  },
};

async function logInWith(scene: Scene, variant: Variant, play: LoginPlay): Promise<VariantSeen | undefined> {
  const result = await logIn(scene, scene.provider.ada, play);
  if (result.kind !== 'done') return undefined;
  const { back, browser, tokens } = result.login;
  const [callback] = back.answers;
  if (!callback || !tokens.some(({ status }) => status === 200)) return undefined;
  const { presence, answer } = await presenceIn(scene, browser, scene.provider.ada);
  const wrong = callback.status === undefined || callback.status >= 400 ? callback : answer;
  return {
    variant,
    isIn: presence === 'in',
    exchange: wrong.exchange.id,
    where: callbackPlaces(callback, scene.world.lineOf),
  };
}

const words: Readonly<Record<Variant, string>> = {
  'lower-case-bearer': 'token_type bearer in lower case',
  'second-key': 'tokens by the second of two published keys',
  'without-expires-in': 'no expires_in',
  'clock-behind': `a clock that is ${SKEW} s behind`,
};

/** What Scalekit does, or may do any day; the rest is told and blamed on nobody. */
const due: ReadonlySet<Variant> = new Set(['lower-case-bearer', 'second-key']);

export function judgeTolerance({ variants, honestGoesOn }: ToleranceSeen): Outcome {
  if (variants.length === 0) return notJudged('No login went as far as the token endpoint.');
  if (!honestGoesOn) return notJudged('After one of these logins failed, an honest one failed as well: nothing can be told.');
  const refused = variants.filter(({ variant, isIn }) => !isIn && due.has(variant));
  const [first] = refused;
  const others = variants.filter(({ variant, isIn }) => !isIn && !due.has(variant)).map(({ variant }) => words[variant]);
  const aside =
    others.length === 0 ? '' : ` For information: a login with ${others.join(', and one with ')} does not go through.`;
  if (!first)
    return sound(`Taken: ${variants.flatMap(({ variant, isIn }) => (isIn ? [words[variant]] : [])).join('; ')}.${aside}`);
  const isKey = refused.some(({ variant }) => variant === 'second-key');
  const id = isKey ? 'login-fails/first-key-only' : 'login-fails/token-answer-refused';
  const why = isKey
    ? 'Tokens by the second of the published keys are refused: when Scalekit changes its key, nobody gets in.'
    : `A login with ${refused.map(({ variant }) => words[variant]).join(', and one with ')} does not go through.`;
  const evidence = refused.map(({ variant, exchange }) => ({
    label: `Login with ${words[variant]}`,
    expected: 'logged in',
    actual: 'nobody is logged in',
    exchange,
    source: variant === 'second-key' ? 'OpenID Connect Core §10.1.1' : 'RFC 6749 §5.1',
  }));
  return {
    outcome: 'unsound',
    grade: 'F',
    why: why + aside,
    wrong: first.exchange,
    shown: [showsFault(id, 'F', why, { evidence, locations: first.where })],
  };
}

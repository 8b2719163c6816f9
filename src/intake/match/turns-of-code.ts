/** Pieces of code, addresses and names of variables inside a text that say by themselves what is wrong. */
import type { Clue } from '../pointers.ts';
import { contextAround } from './context.ts';

const longest = 200_000;

interface Turn {
  readonly pattern: RegExp;
  /** What else must stand near. */
  readonly beside?: RegExp;
  readonly problem: string;
  readonly strength: Clue['strength'];
  readonly because: string;
  readonly weight: number;
}

const turns: readonly Turn[] = [
  {
    // Java has these as methods: `client.organizations()`.
    pattern:
      /\bscalekit(?:_?client)?\.(?:webhooks?|connections|directories|organizations)\b(?!\(\))|\bwebhooks?\.verify_?Signature\b/i,
    problem: 'unknown-sdk-call',
    strength: 'likely',
    because: 'The SDK names this in the singular, or not at all; guides show a plural.',
    weight: 70,
  },
  {
    pattern: /\b(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|PUBLIC|GATSBY)_SCALEKIT_(?:\w{1,20}_)?SECRET\b/,
    problem: 'client-side-secret',
    strength: 'likely',
    because: 'A variable of that name is built into what the browser loads.',
    weight: 72,
  },
  {
    pattern:
      /(?:^|[\s"'`(])(?:https?:\/\/[^\s?#"'`]{1,300}|\/[^\s?#"'`]{0,300})[?#](?:[^\s"'`]{0,300}&)?(?:access_token|id_token|refresh_token)=/i,
    problem: 'token-in-url',
    strength: 'possible',
    because: 'An address carries a token: it ends in logs, in the history and in the Referer.',
    weight: 46,
  },
  {
    pattern: /\b(?:local|session)Storage\.setItem\(\s{0,5}["'`][^"'`]{0,60}token/i,
    problem: 'token-in-local-storage',
    strength: 'likely',
    because: 'The token is put where every script of the page can read it.',
    weight: 66,
  },
  {
    pattern: /\blist_?Directory_?Groups\b[^;]{0,200}?(?:\[\s{0,5}\]|\b(?:total_?Size|count|length)\W{1,6}0\b)/i,
    problem: 'group-sync',
    strength: 'likely',
    because: 'The call that lists the groups of the directory brings none.',
    weight: 61,
  },
  {
    pattern: /\blist_?Directory_?Users\b[^;]{0,200}?(?:\[\s{0,5}\]|\b(?:total_?Size|count|length)\W{1,6}0\b)/i,
    problem: 'users-not-provisioning',
    strength: 'likely',
    because: 'The call that lists the users of the directory brings none.',
    weight: 61,
  },
  {
    pattern: /\blist_?Connections(?:_?By_?Domain)?\b[^;]{0,200}?(?:\[\s{0,5}\]|\b(?:total_?Size|count|length)\W{1,6}0\b)/i,
    problem: 'connection-not-found',
    strength: 'likely',
    because: 'The call that lists the connections brings none; it leaves disabled ones out.',
    weight: 61,
  },
  {
    pattern: /\b(?:getPrimaryDirectoryByOrganizationId|get_primary_directory_by_organization_id)\b/i,
    beside: /not found|no director|undefined|null|none|reject|error|fail|exist/i,
    problem: 'users-not-provisioning',
    strength: 'possible',
    because: 'The organization has no directory that this call could find.',
    weight: 63,
  },
  {
    pattern: /\bdeliver(?:y|ies|ed)\b[^.;]{0,120}?\b(?:timed? ?out|deadline exceeded|[345]\d\d\b)/i,
    beside: /hook|scalekit|svix/i,
    problem: 'not-received',
    strength: 'likely',
    because: 'A delivery counts as received only with an answer of 2xx within ten seconds, and redirects are not followed.',
    weight: 64,
  },
  ...(
    [
      ['verify_?(?:Webhook|Interceptor)_?Payload', 'signature-verification'],
      ['refresh_?Access_?Token|authenticate_?With_?Code', 'cannot-refresh'],
      ['validate_?(?:Access_?)?Token', 'token-expired'],
      ['get_?Idp_?Initiated_?Login_?Claims', 'idp-initiated-login'],
    ] as const
  ).map(
    ([method, problem]): Turn => ({
      pattern: new RegExp(`\\b(?:at|in) (?:async )?(?:\\w{1,60}\\.){0,4}(?:${method})\\b`, 'i'),
      problem,
      strength: 'possible',
      because: 'The call that failed is the one that does this.',
      weight: 54,
    }),
  ),
];

/** So far around a turn its company is looked for. */
const besideReach = 300;

export interface TurnHit {
  readonly clue: Clue;
  readonly start: number;
  readonly end: number;
}

export function turnsIn(text: string): TurnHit[] {
  if (text.length > longest) return [];
  return turns.flatMap(({ pattern, beside, ...clue }): TurnHit[] => {
    const match = pattern.exec(text);
    if (!match) return [];
    const { index: start } = match;
    const end = start + match[0].length;
    if (beside) {
      const near = text.slice(Math.max(0, start - besideReach), end + besideReach);
      if (!beside.test(near) || contextAround(text, start, end).foreign) return [];
    }
    return [{ clue: { ...clue, matched: match[0].trim().replace(/=$/, '').slice(0, 80) }, start, end }];
  });
}

/** Pieces of code, addresses and names of variables inside a text that say by themselves what is wrong. */
import type { Clue } from '../pointers.ts';

const longest = 200_000;

interface Turn {
  readonly pattern: RegExp;
  readonly problem: string;
  readonly strength: Clue['strength'];
  readonly because: string;
  readonly weight: number;
}

const turns: readonly Turn[] = [
  {
    // Java has these as methods: `client.organizations()`.
    pattern: /\bscalekit(?:_?client)?\.(?:webhooks?|connections|directories|organizations)\b(?!\(\))/i,
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
];

export function cluesOfTurns(text: string): Clue[] {
  if (text.length > longest) return [];
  return turns.flatMap(({ pattern, ...clue }): Clue[] => {
    const match = pattern.exec(text);
    return match ? [{ ...clue, matched: match[0].trim().replace(/=$/, '').slice(0, 80) }] : [];
  });
}

/** Which setting a variable is meant to hold, by its name: the canonical ones, those of Scalekit's samples, and misspellings. Pure. */

import { editDistance } from '../scalekit/look-alike.ts';

export type SettingRole = 'environment-url' | 'client-id' | 'client-secret' | 'redirect-uri' | 'webhook-secret';

export const canonicalNames: Readonly<Record<SettingRole, string>> = {
  'environment-url': 'SCALEKIT_ENVIRONMENT_URL',
  'client-id': 'SCALEKIT_CLIENT_ID',
  'client-secret': 'SCALEKIT_CLIENT_SECRET',
  'redirect-uri': 'SCALEKIT_REDIRECT_URI',
  'webhook-secret': 'SCALEKIT_WEBHOOK_SECRET',
};

/** Bundlers expose variables with these in front to the browser; what follows is the name. */
const exposed = /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|NUXT|PUBLIC|EXPO_PUBLIC|GATSBY)_/;

const patterns: readonly (readonly [RegExp, SettingRole])[] = [
  [
    /^SCALEKIT_(?:ENV|ENVIRONMENT)_?(?:URL|URI|DOMAIN|HOST)$|^SCALEKIT_(?:BASE_|API_)?(?:URL|DOMAIN|ISSUER|HOST|ENVIRONMENT|ENV)$/,
    'environment-url',
  ],
  [/^SCALEKIT_(?:API_|APP_|OAUTH_)?CLIENT_?ID$|^SCALEKIT_ID$/, 'client-id'],
  [/^SCALEKIT_(?:API_|APP_|OAUTH_)?(?:CLIENT_?)?SECRET(?:_KEY)?$|^SCALEKIT_API_KEY$/, 'client-secret'],
  [/^(?:SCALEKIT_|AUTH_|OAUTH_|SSO_|LOGIN_|APP_)*(?:REDIRECT|CALLBACK)_?(?:URI|URL)$/, 'redirect-uri'],
  [/^SCALEKIT_WEBHOOK_(?:SIGNING_)?SECRET$/, 'webhook-secret'],
];

/** Prefixes that make a bundler write a variable's value into what browsers load; `NUXT_` alone does not. */
export const publicPrefix = /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|PUBLIC|EXPO_PUBLIC|GATSBY)_/;

export type RoleGuess =
  | { readonly kind: 'named'; readonly role: SettingRole }
  | { readonly kind: 'misspelt'; readonly role: SettingRole }
  | { readonly kind: 'none' };

export function roleOf(variable: string): RoleGuess {
  const name = variable.replace(exposed, '');
  const named = patterns.find(([pattern]) => pattern.test(name));
  if (named) return { kind: 'named', role: named[1] };
  const upper = name.toUpperCase();
  if (upper !== name && patterns.some(([pattern]) => pattern.test(upper))) {
    return { kind: 'misspelt', role: patterns.find(([pattern]) => pattern.test(upper))?.[1] ?? 'client-id' };
  }
  for (const [role, canonical] of Object.entries(canonicalNames) as [SettingRole, string][]) {
    if (name.length > 8 && name.length < 60 && editDistance(upper, canonical) <= 2) return { kind: 'misspelt', role };
  }
  return { kind: 'none' };
}

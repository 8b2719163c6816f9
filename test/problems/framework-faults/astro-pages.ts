/** Astro pages: the login runs in their front matter; a Vue component beside them. */
import { type FaultInApp, one } from './fault.ts';

const login = 'src/pages/login.astro';
const callback = 'src/pages/auth/callback.astro';
const component = 'src/components/Profile.vue';

export const astroPages: readonly FaultInApp[] = [
  one('state-missing/not-sent', login, ', { state }', ''),
  one('state-missing/predictable', login, 'crypto.randomUUID()', "'astro'"),
  one('state-missing/not-compared', callback, / {2}if \(!state .*\n/, ''),
  one('callback-error-unread/error-ignored', callback, /const error = .*\n/, "const error = '';\n"),
  one('unknown-sdk-call/no-such-method', callback, 'authenticateWithCode', 'exchangeCode'),
  one(
    'token-in-local-storage/kept-in-storage',
    component,
    "const response = await fetch('/api/me');",
    "const response = await fetch('/api/me');\nlocalStorage.setItem('access_token', (await response.clone().json()).accessToken);",
  ),
];

/** Frameworks whose handlers get one context or event: SvelteKit, Nuxt, Astro, React Router. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const notSent = 'state-missing/not-sent';

export const contextCases: readonly RemedyCase[] = [
  {
    shape: 'SvelteKit, the cookie taken back before the exchange',
    finding: 'state-missing/not-compared',
    files: {
      'package.json': manifest(['@sveltejs/kit']),
      'src/lib/scalekit.ts': clientTs,
      'src/routes/login/+server.ts': `import { redirect } from '@sveltejs/kit';
import { scalekit, redirectUri } from '$lib/scalekit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ cookies }) => {
  const state = crypto.randomUUID();
  cookies.set('state', state, { path: '/' });
  redirect(302, scalekit.getAuthorizationUrl(redirectUri, { state }));
};
`,
      'src/routes/callback/+server.ts': `import { error, redirect } from '@sveltejs/kit';
import { scalekit, redirectUri } from '$lib/scalekit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, cookies }) => {
  const failure = url.searchParams.get('error');
  if (failure) error(400, failure);
  cookies.delete('state', { path: '/' });
  const { user } = await scalekit.authenticateWithCode(url.searchParams.get('code')!, redirectUri);
  cookies.set('user', user.id, { path: '/' });
  redirect(303, '/');
};
`,
    },
    lines: ["if (!url.searchParams.get('state') || url.searchParams.get('state') !== cookies.get('state')) {"],
  },
  {
    shape: 'SvelteKit, load functions',
    finding: notSent,
    files: {
      'package.json': manifest(['@sveltejs/kit']),
      'src/lib/scalekit.js': client,
      'src/routes/login/+page.server.js': `import { redirect } from '@sveltejs/kit';
import { scalekit, redirectUri } from '$lib/scalekit';

export function load() {
  throw redirect(302, scalekit.getAuthorizationUrl(redirectUri));
}
`,
      'src/routes/callback/+page.server.js': `import { redirect, error } from '@sveltejs/kit';
import { scalekit, redirectUri } from '$lib/scalekit';

export async function load({ url }) {
  if (url.searchParams.get('error')) throw error(400, 'refused');
  await scalekit.authenticateWithCode(url.searchParams.get('code'), redirectUri);
  throw redirect(302, '/');
}
`,
    },
    lines: [
      'export async function load({ url, cookies }) {',
      'throw redirect(302, scalekit.getAuthorizationUrl(redirectUri, { state }));',
    ],
  },
  {
    shape: 'Nuxt',
    finding: notSent,
    files: {
      'package.json': manifest(['nuxt']),
      'server/utils/scalekit.ts': clientTs,
      'server/api/login.get.ts': `import { scalekit, redirectUri } from '../utils/scalekit';

export default defineEventHandler((event) => sendRedirect(event, scalekit.getAuthorizationUrl(redirectUri)));
`,
      'server/api/callback.get.ts': `import { scalekit, redirectUri } from '../utils/scalekit';

export default defineEventHandler(async (event) => {
  const query = getQuery(event);
  if (query.error) throw createError({ statusCode: 400 });
  const { user } = await scalekit.authenticateWithCode(String(query.code), redirectUri);
  return user;
});
`,
    },
    lines: [
      "if (!query.state || query.state !== getCookie(event, 'oauth_state')) {",
      "deleteCookie(event, 'oauth_state', { path: '/' });",
    ],
  },
  {
    shape: 'Astro',
    finding: notSent,
    files: {
      'package.json': manifest(['astro']),
      'src/lib/scalekit.ts': clientTs,
      'src/pages/login.ts': `import type { APIRoute } from 'astro';
import { scalekit, redirectUri } from '../lib/scalekit';

export const GET: APIRoute = ({ redirect }) => redirect(scalekit.getAuthorizationUrl(redirectUri));
`,
      'src/pages/callback.ts': `import type { APIRoute } from 'astro';
import { scalekit, redirectUri } from '../lib/scalekit';

export const GET: APIRoute = async ({ url, redirect }) => {
  if (url.searchParams.has('error')) return redirect('/login-failed');
  await scalekit.authenticateWithCode(url.searchParams.get('code')!, redirectUri);
  return redirect('/');
};
`,
    },
    lines: ['export const GET: APIRoute = async ({ url, redirect, cookies }) => {', 'secure: import.meta.env.PROD,'],
  },
  {
    shape: 'React Router, the cookie on the redirect',
    finding: notSent,
    files: {
      'package.json': manifest(['react-router']),
      'app/scalekit.server.ts': clientTs,
      'app/routes/login.tsx': `import { redirect } from 'react-router';
import { scalekit, redirectUri } from '../scalekit.server';

export async function loader() {
  return redirect(scalekit.getAuthorizationUrl(redirectUri));
}
`,
      'app/routes/callback.tsx': `import { redirect, type LoaderFunctionArgs } from 'react-router';
import { scalekit, redirectUri } from '../scalekit.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  if (params.get('error')) throw new Response('refused', { status: 400 });
  await scalekit.authenticateWithCode(params.get('code')!, redirectUri);
  return redirect('/');
}
`,
    },
    lines: [
      "if (!state || state !== /(?:^|; )oauth_state=([^;]*)/.exec(request.headers.get('Cookie') ?? '')?.[1]) {",
      'headers: {',
    ],
  },
  {
    shape: 'SvelteKit',
    finding: 'callback-error-unread/error-ignored',
    files: {
      'package.json': manifest(['@sveltejs/kit']),
      'src/lib/scalekit.ts': clientTs,
      'src/routes/callback/+server.ts': `import { redirect } from '@sveltejs/kit';
import { scalekit, redirectUri } from '$lib/scalekit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const code = event.url.searchParams.get('code')!;
  await scalekit.authenticateWithCode(code, redirectUri);
  redirect(303, '/');
};
`,
    },
    lines: ["if (event.url.searchParams.get('error')) {"],
  },
];

/** Tokens in the browser's storage, under whatever key and inside of what. */
import { expect, it } from 'vitest';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { storedInBrowser } from '../../../src/project/code/token-leaks.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const keep = (type: string, value: string): string =>
  `interface Session { user: string; accessToken: string }\nexport function keep(session${type}) {\n  localStorage.setItem('kept', ${value});\n}\n`;

it.each([
  ['by its key', "localStorage.setItem('access_token', t);", 1],
  ['by its value', "sessionStorage.setItem('t', result.accessToken);", 1],
  [
    'spread into an object',
    keep(': { accessToken: string; refreshToken?: string }', 'JSON.stringify({ ...session, at: Date.now() })'),
    1,
  ],
  ['whole, by a named type', keep(': Session', 'JSON.stringify(session)'), 1],
  [
    'what the exchange gave',
    "async function f() {\n  const result = await sk.authenticateWithCode(c, u);\n  localStorage.setItem('kept', JSON.stringify(result));\n}",
    1,
  ],
  ['another field of it', keep(': Session', 'session.user'), 0],
  ['of an unknown type', keep('', 'JSON.stringify(session)'), 0],
  ['a type without a token', keep(': { user: string }', 'JSON.stringify(session)'), 0],
])('%s', async (_what, code, count) => {
  const { modules } = await analyseCode({ files: [sourceFromText('a.ts', code)], aliases: [] });
  expect(modules.flatMap(storedInBrowser)).toHaveLength(count);
});

it.each([
  ['VITE_SCALEKIT_CLIENT_ID', true],
  ['NEXT_PUBLIC_SCALEKIT_ENVIRONMENT_URL', true],
  ['SCALEKIT_CLIENT_ID', true],
  ['VITE_OKTA_CLIENT_ID', false],
])('code that reads %s concerns Scalekit: %s', async (name, concerns) => {
  const { concernsScalekit } = await analyseCode({
    files: [sourceFromText('a.ts', `export const id = import.meta.env.${name};\n`)],
    aliases: [],
  });
  expect(concernsScalekit).toBe(concerns);
});

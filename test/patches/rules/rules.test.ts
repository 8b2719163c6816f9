/** The code rules: text before and after, to the character. */
import { describe, expect, it } from 'vitest';
import { addEnvFileFlag } from '../../../src/patches/rules/add-env-file-flag.ts';
import { addScope } from '../../../src/patches/rules/add-scope.ts';
import { loadDotenv } from '../../../src/patches/rules/load-dotenv.ts';
import { replaceLiteral } from '../../../src/patches/rules/replace-literal.ts';
import type { RuleResult } from '../../../src/patches/rules/rule.ts';
import { storeRotatedToken } from '../../../src/patches/rules/store-rotated-token.ts';
import { splice } from '../../../src/patches/splice.ts';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import type { CodeAnalysis } from '../../../src/project/code/types.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const head = "import { Scalekit } from '@scalekit-sdk/node';\nconst scalekit = new Scalekit('u', 'i', 's');\n";

async function patched(
  code: string,
  rule: (analysis: CodeAnalysis) => Pick<RuleResult, 'edits'> | undefined,
  path = 'app.ts',
): Promise<string | undefined> {
  const analysis = await analyseCode({ files: [sourceFromText(path, code)], aliases: [] });
  const result = rule(analysis);
  if (!result || result.edits.length === 0) return undefined;
  const spliced = splice(Buffer.from(code), result.edits);
  if (!spliced.ok) throw new Error(spliced.reason);
  const text = spliced.bytes.toString('utf8');
  const again = await analyseCode({ files: [sourceFromText(path, text)], aliases: [] });
  expect(again.notes).toEqual(analysis.notes);
  return text;
}

const call = (analysis: CodeAnalysis, method: string) => {
  const found = analysis.calls.find((candidate) => candidate.method === method);
  if (!found) throw new Error(`${method} is not called.`);
  return found;
};

describe('adding offline_access', () => {
  const scope = (analysis: CodeAnalysis): RuleResult | undefined =>
    addScope(call(analysis, 'getAuthorizationUrl'), 'offline_access');
  it.each([
    [
      "scalekit.getAuthorizationUrl(u, { scopes: ['openid'] });",
      "scalekit.getAuthorizationUrl(u, { scopes: ['openid', 'offline_access'] });",
    ],
    [
      'scalekit.getAuthorizationUrl(u, { scopes: ["openid"] });',
      'scalekit.getAuthorizationUrl(u, { scopes: ["openid", "offline_access"] });',
    ],
    [
      'scalekit.getAuthorizationUrl(u);',
      "scalekit.getAuthorizationUrl(u, { scopes: ['openid', 'profile', 'email', 'offline_access'] });",
    ],
    [
      'scalekit.getAuthorizationUrl(u, {});',
      "scalekit.getAuthorizationUrl(u, { scopes: ['openid', 'profile', 'email', 'offline_access'] });",
    ],
    [
      'scalekit.getAuthorizationUrl(u, { state: s });',
      "scalekit.getAuthorizationUrl(u, { scopes: ['openid', 'profile', 'email', 'offline_access'], state: s });",
    ],
    [
      "const scopes = ['openid'];\nscalekit.getAuthorizationUrl(u, { scopes });",
      "const scopes = ['openid', 'offline_access'];\nscalekit.getAuthorizationUrl(u, { scopes });",
    ],
    [
      "scalekit.getAuthorizationUrl(u, {\n  scopes: [\n    'openid',\n    'email',\n  ],\n});",
      "scalekit.getAuthorizationUrl(u, {\n  scopes: [\n    'openid',\n    'email',\n    'offline_access',\n  ],\n});",
    ],
    [
      "scalekit.getAuthorizationUrl(u, {\n  scopes: [\n    'openid'\n  ]\n})",
      "scalekit.getAuthorizationUrl(u, {\n  scopes: [\n    'openid',\n    'offline_access'\n  ]\n})",
    ],
    [
      "scalekit.getAuthorizationUrl(u, {\r\n\tscopes: [\r\n\t\t'openid',\r\n\t],\r\n});",
      "scalekit.getAuthorizationUrl(u, {\r\n\tscopes: [\r\n\t\t'openid',\r\n\t\t'offline_access',\r\n\t],\r\n});",
    ],
    [
      'scalekit.getAuthorizationUrl(u, {\n  state: s,\n});',
      "scalekit.getAuthorizationUrl(u, {\n  scopes: ['openid', 'profile', 'email', 'offline_access'],\n  state: s,\n});",
    ],
    [
      "scalekit.getAuthorizationUrl(u, {\n  scopes: [\n    'openid' // a, b\n  ]\n})",
      "scalekit.getAuthorizationUrl(u, {\n  scopes: [\n    'openid', 'offline_access' // a, b\n  ]\n})",
    ],
  ])('%j', async (before, after) => {
    expect(await patched(head + before, scope)).toBe(head + after);
  });
});

describe('storing the rotated refresh token', () => {
  const store = (analysis: CodeAnalysis): RuleResult | undefined => storeRotatedToken(call(analysis, 'refreshAccessToken'));
  const inFunction = (body: string): string => `${head}export async function f(session) {\n${body}}\n`;
  it.each([
    [
      '  const r = await scalekit.refreshAccessToken(session.refreshToken);\n  session.accessToken = r.accessToken;\n',
      '  const r = await scalekit.refreshAccessToken(session.refreshToken);\n  session.accessToken = r.accessToken;\n  session.refreshToken = r.refreshToken;\n',
    ],
    [
      '  const r = await scalekit.refreshAccessToken(session.refresh_token)\n  session["access_token"] = r.accessToken\n',
      '  const r = await scalekit.refreshAccessToken(session.refresh_token)\n  session["access_token"] = r.accessToken\n  session["refresh_token"] = r.refreshToken\n',
    ],
    [
      '  const { accessToken } = await scalekit.refreshAccessToken(session.refreshToken);\n  session.accessToken = accessToken;\n',
      '  const { accessToken, refreshToken } = await scalekit.refreshAccessToken(session.refreshToken);\n  session.accessToken = accessToken;\n  session.refreshToken = refreshToken;\n',
    ],
    [
      '  const r = await scalekit.refreshAccessToken(session.refreshToken);\n  await save({ ...session, accessToken: r.accessToken });\n',
      '  const r = await scalekit.refreshAccessToken(session.refreshToken);\n  await save({ ...session, accessToken: r.accessToken, refreshToken: r.refreshToken });\n',
    ],
    [
      '  const { accessToken } = await scalekit.refreshAccessToken(session.refreshToken);\n  await save({ accessToken });\n',
      '  const { accessToken, refreshToken } = await scalekit.refreshAccessToken(session.refreshToken);\n  await save({ accessToken, refreshToken });\n',
    ],
  ])('%j', async (before, after) => {
    expect(await patched(inFunction(before), store)).toBe(inFunction(after));
  });

  it('never hands the token to what only logs or sends', async () => {
    const before =
      '  const { accessToken } = await scalekit.refreshAccessToken(session.refreshToken);\n  console.log({ accessToken });\n  response.json({ accessToken });\n';
    expect(await patched(inFunction(before), store)).toBeUndefined();
  });

  it('leaves alone what it does not know', async () => {
    expect(
      await patched(inFunction('  const r = await scalekit.refreshAccessToken(t);\n  send(r.accessToken);\n'), store),
    ).toBeUndefined();
  });
});

describe('loading the env file', () => {
  it.each([
    ["import a from 'a';\n", "import 'dotenv/config';\nimport a from 'a';\n", 'app.ts'],
    [
      '"use strict";\nconst a = require("a");\n',
      '"use strict";\nrequire("dotenv").config();\nconst a = require("a");\n',
      'app.cjs',
    ],
    [
      "#!/usr/bin/env node\n// head\nimport a from 'a'\n",
      "#!/usr/bin/env node\n// head\nimport 'dotenv/config'\nimport a from 'a'\n",
      'app.mjs',
    ],
  ])('%j', async (before, after, path) => {
    expect(await patched(before, ({ modules: [module] }) => (module ? loadDotenv(module) : undefined), path)).toBe(after);
  });
});

describe('the start script', () => {
  it.each([
    ['node server.js', 'node --env-file=.env server.js'],
    ['NODE_ENV=development node src/index.js', 'NODE_ENV=development node --env-file=.env src/index.js'],
    ['nodemon server.js', undefined],
    ['node --env-file=.env.local server.js', undefined],
  ])('%s', (command, after) => {
    const manifest = sourceFromText('package.json', JSON.stringify({ scripts: { start: command } }, null, 2));
    const result = addEnvFileFlag(manifest, command, '.env');
    if (after === undefined) return expect(result).toBeUndefined();
    const spliced = splice(manifest.bytes, result?.edits ?? []);
    expect(spliced.ok && JSON.parse(spliced.bytes.toString('utf8')).scripts.start).toBe(after);
  });
});

describe('replacing a literal', () => {
  it.each([
    ["const a = 'x';", 'y', "const a = 'y';"],
    ['const a = "x";', 'y', 'const a = "y";'],
    ['const a = `x`;', 'y', 'const a = `y`;'],
    ["const a = 'x';", "it's", undefined],
  ])('%s by %s', (before, text, after) => {
    const file = sourceFromText('a.js', before);
    const edits = replaceLiteral({ file, start: 10, end: before.length - 1, location: file.locationAt(10) }, text);
    const spliced = splice(file.bytes, edits);
    expect(edits.length === 0 ? undefined : spliced.ok && spliced.bytes.toString('utf8')).toBe(after);
  });
});

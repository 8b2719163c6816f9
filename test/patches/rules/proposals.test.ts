/** A patch that depends on what is not seen is a proposal; one that does not is sure. */
import { describe, expect, it } from 'vitest';
import { addAwait } from '../../../src/patches/rules/add-await.ts';
import { hoistClient } from '../../../src/patches/rules/hoist-client.ts';
import { namedOnce } from '../../../src/patches/rules/replace-attribute.ts';
import { resultFault } from '../../../src/probes/sdk-use/result-faults.ts';
import { resultReads } from '../../../src/probes/sdk-use/result-reads.ts';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import type { SdkApi } from '../../../src/project/sdk-types/types.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const head = "import { Scalekit } from '@scalekit-sdk/node';\nconst scalekit = new Scalekit('u', 'i', 's');\n";

const read = (files: Readonly<Record<string, string>>) =>
  analyseCode({ files: Object.entries(files).map(([path, text]) => sourceFromText(path, text)), aliases: [] });

describe('await in a function that becomes asynchronous', () => {
  it.each([
    ["app.get('/', (req, res) => { if (!scalekit.validateAccessToken(t)) return; });", true],
    ['tokens.filter((t) => scalekit.validateAccessToken(t));', false],
    ['const check = (t) => scalekit.validateAccessToken(t);', false],
  ])('%s', async (code, sure) => {
    const { clientUses } = await read({ 'app.js': head + code });
    const [use] = clientUses;
    expect(use && addAwait(use.node, use.module)?.sure).toBe(sure);
  });
});

describe('a field by another name', () => {
  const api: SdkApi = {
    services: new Set(),
    others: new Set(),
    methods: new Map([
      [
        'authenticateWithCode',
        { parameters: [], promise: true, gives: { accessToken: 'string', expiresIn: 'number', givenName: 'string' } },
      ],
    ]),
  };
  it.each([
    ['access_token', 'accessToken', true],
    ['acessToken', 'accessToken', true],
    ['firstName', 'givenName', true],
    ['expiresAt', 'expiresIn', false],
    ['token', 'accessToken', false],
  ])('%s is %s', async (from, to, isSame) => {
    const code = `${head}export async function f() {\n  const r = await scalekit.authenticateWithCode(c, u);\n  return r.${from};\n}\n`;
    const { modules, clientUses } = await read({ 'app.js': code });
    const faults = modules.flatMap((module) => resultReads(module, clientUses).flatMap((one) => resultFault(one, api) ?? []));
    expect(faults).toMatchObject([{ kind: 'no-field', near: to, isSame }]);
  });
});

describe('a client that moves to the module', () => {
  const auth = `import { Scalekit } from '@scalekit-sdk/node';
import express from 'express';
export const router = express.Router();
router.get('/login', (req, res) => {
  const scalekit = new Scalekit(process.env.SCALEKIT_ENVIRONMENT_URL, process.env.SCALEKIT_CLIENT_ID, process.env.SCALEKIT_CLIENT_SECRET);
  res.redirect(scalekit.getAuthorizationUrl(process.env.SCALEKIT_REDIRECT_URI));
});
`;
  it.each([
    ['is sure where the settings are there', "import { router } from './auth.js';\nuse(router);\n", true],
    [
      'is a proposal where a statement elsewhere loads them',
      "import dotenv from 'dotenv';\nimport { router } from './auth.js';\ndotenv.config();\nuse(router);\n",
      false,
    ],
  ])('%s', async (_what, server, sure) => {
    const { clients, modules } = await read({ 'auth.js': auth, 'server.js': server });
    const [client] = clients;
    const module = modules.find(({ file }) => file.path === 'auth.js');
    expect(client && module && hoistClient(client, module, modules)?.sure).toBe(sure);
  });

  it('stays where its arguments are those of the function', async () => {
    const code = auth
      .replace('  const scalekit', '  const url = process.env.SCALEKIT_ENVIRONMENT_URL;\n  const scalekit')
      .replace('new Scalekit(process.env.SCALEKIT_ENVIRONMENT_URL', 'new Scalekit(url');
    const { clients, modules } = await read({ 'auth.js': code });
    const [client] = clients;
    const [module] = modules;
    expect(client && module && hoistClient(client, module)).toBeUndefined();
  });
});

it.each([
  ["res.cookie('s', id, { path: '/auth' });", true],
  ["res.cookie('s', id, { path: '/auth' }); res.clearCookie('s', { path: '/auth' });", false],
])('a path that is named once: %s', (text, once) => {
  const file = sourceFromText('a.js', text);
  const start = text.indexOf("'/auth'");
  expect(namedOnce({ file, start, end: start + 7, location: file.locationAt(start) }, 'path')).toBe(once);
});

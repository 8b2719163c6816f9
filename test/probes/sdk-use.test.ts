/** Code held against the SDK: what is a misuse, and above all what is none. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { argumentFaults } from '../../src/probes/sdk-use/argument-faults.ts';
import { nearestCall } from '../../src/probes/sdk-use/nearest-call.ts';
import { resultFault } from '../../src/probes/sdk-use/result-faults.ts';
import { resultReads } from '../../src/probes/sdk-use/result-reads.ts';
import { unknownCall } from '../../src/probes/sdk-use/unknown-calls.ts';
import { analyseCode } from '../../src/project/code/analyse.ts';
import { installedApi } from '../../src/project/sdk-types/installed.ts';
import { apiOfVersion } from '../../src/project/sdk-types/table.ts';
import type { SdkApi } from '../../src/project/sdk-types/types.ts';
import { sourceFile } from '../../src/project/source-file.ts';

const head = "import { Scalekit } from '@scalekit-sdk/node';\nconst scalekit = new Scalekit('a', 'b', 'c');\n";

function tabled(version: string): SdkApi {
  const found = apiOfVersion(version, false);
  if (!found) throw new Error(`No table for ${version}.`);
  return found.api;
}

async function misuses(code: string, api: SdkApi = tabled('2.11.0'), file = 'app.ts'): Promise<string[]> {
  const source = sourceFile(file, Buffer.from(head + code));
  if (source.kind !== 'source') throw new Error('The test has no code.');
  const { clientUses, modules } = await analyseCode({ files: [source], aliases: [] });
  const calls = clientUses.flatMap((use) => {
    const found = unknownCall(use, api);
    return found ? [`no ${use.path.join('.')}: ${found.near?.path.join('.') ?? '?'}`] : [];
  });
  const given = clientUses.flatMap((use) =>
    argumentFaults(use, api).map((found) => (found.kind === 'option' ? `${found.name}: ${found.real}` : found.kind)),
  );
  const reads = modules.flatMap((module) =>
    resultReads(module, clientUses).flatMap((read) => {
      const found = resultFault(read, api);
      if (!found) return [];
      return found.kind === 'no-field' ? [`no field ${read.name}: ${found.near ?? '?'}`] : [found.kind];
    }),
  );
  return [...calls, ...given, ...reads];
}

describe('a misuse of the SDK', () => {
  it.each([
    ["await scalekit.connections.list('org_1');", ['no connections.list: connection.listConnections']],
    ["await scalekit.organizations.get('org_1');", ['no organizations.get: organization.getOrganization']],
    ['await scalekit.users.listUsers();', ['no users.listUsers: user.listUsers']],
    ["await scalekit.directories.listDirectories('org_1');", ['no directories.listDirectories: directory.listDirectories']],
    ["scalekit.getAuthorizationURL('https://a.example/callback');", ['no getAuthorizationURL: getAuthorizationUrl']],
    ["await scalekit.token.refreshAccessToken('t');", ['no token.refreshAccessToken: refreshAccessToken']],
    ["scalekit.auth.getAuthorizationUrl('https://a.example/callback');", ['no auth.getAuthorizationUrl: getAuthorizationUrl']],
    ["await scalekit.organization.listConnections('org_1');", ['no organization.listConnections: connection.listConnections']],
    ["await scalekit.refreshToken('t');", ['no refreshToken: refreshAccessToken']],
    ["await scalekit.exchangeCodeForToken('c');", ['no exchangeCodeForToken: authenticateWithCode']],
    ['scalekit.logout();', ['no logout: getLogoutUrl']],
    ["await scalekit.listConnections('org_1');", ['no listConnections: connection.listConnections']],
    ['await scalekit.authenticateWithCode(code);', ['missing']],
    ['await scalekit.authenticateWithCode({ code, redirectUri });', ['object-for-text']],
    ['await scalekit.authenticateWithCode(redirectUri, code);', ['swapped']],
    ["scalekit.getAuthorizationUrl({ state: 's' }, 'https://a.example/callback');", ['swapped']],
    ["scalekit.getLogoutUrl('id-token');", ['text-for-options']],
    ["scalekit.getAuthorizationUrl('https://a.example/callback', { scope: ['openid'] });", ['scope: scopes']],
    ["scalekit.getAuthorizationUrl('https://a.example/callback', { code_challenge: 'x' });", ['code_challenge: codeChallenge']],
    ["const r = await scalekit.authenticateWithCode('c', 'u');\nsave(r.access_token);", ['no field access_token: accessToken']],
    ["const { user } = await scalekit.authenticateWithCode('c', 'u');\nsave(user.sub);", ['no field sub: id']],
    ["const { id_token } = await scalekit.authenticateWithCode('c', 'u');", ['no field id_token: idToken']],
    ["let r;\ntry { r = await scalekit.refreshAccessToken('t'); } catch {}\nsave(r.idToken);", ['no field idToken: ?']],
    ["const claims = await scalekit.validateAccessToken('t');\nsave(claims.sub);", ['boolean']],
    ["const ok = scalekit.validateAccessToken('t');\nif (!ok) throw new Error();", ['promise']],
    ["const r = scalekit.authenticateWithCode('c', 'u');\nsave(r.user);", ['promise']],
    [
      'function f(client: Scalekit) { return client.organizations.list(); }',
      ['no organizations.list: organization.listOrganization'],
    ],
  ])('is seen in %s', async (code, expected) => {
    expect(await misuses(code)).toEqual(expected);
  });

  it('is what a version does not have yet', async () => {
    const code =
      "const r = await scalekit.authenticateWithCode('c', 'u');\nsave(r.refreshToken);\nawait scalekit.session.getSession('ses_1');";
    expect(await misuses(code, tabled('2.11.0'))).toEqual([]);
    expect(await misuses(code, tabled('1.0.14'))).toEqual(['no session.getSession: ?', 'no field refreshToken: ?']);
  });
});

describe('no misuse', () => {
  it.each([
    "await scalekit.connection.listConnections('org_1');",
    'scalekit.webhooks.verifySignature(a, b, c);',
    'verifySignature(a);',
    "const p = scalekit.authenticateWithCode('c', 'u');\nconst r = await p;\nsave(r.user.id);",
    "scalekit.authenticateWithCode('c', 'u').then((r) => save(r.access_token));",
    "const r = await scalekit.organization.getOrganization('org_1');\nsave(r.organization.whatever);",
    "const r = await scalekit.authenticateWithCode('c', 'u');\nr.access_token = 'x';\nsave(r.access_token);",
    "const r = await scalekit.authenticateWithCode('c', 'u');\nfunction f(r) { return r.access_token; }",
    "scalekit.getAuthorizationUrl('https://a.example/callback', { organization_id: 'org_1' });",
    "scalekit.getAuthorizationUrl('https://a.example/callback', { ...rest });",
    'scalekit.getAuthorizationUrl(...args);',
    'scalekit.toString();',
    'scalekit.coreClient.axios.get("x");',
    'scalekit.someday?.();',
    'const other = { connections: { list() {} } };\nother.connections.list();',
    "if (await scalekit.validateAccessToken('t')) go();",
    "const claims = await scalekit.validateToken('t');\nsave(claims.sub);",
    "const t = await scalekit.validateToken<{ sub: string }>('t');\nsave(t.sub);",
    "const valid = await scalekit.validateAccessToken('t').catch(() => false);\nif (!valid) go();",
    "const [a] = await Promise.all([scalekit.authenticateWithCode('c', 'u')]);\nsave(a.nothing);",
  ])('is seen in %s', async (code) => {
    expect(await misuses(code)).toEqual([]);
  });
});

describe('the table of versions', () => {
  it('says of the newest version what its type files say', async () => {
    const manifest = createRequire(import.meta.url).resolve('@scalekit-sdk/node');
    const installed = await installedApi(path.resolve(path.dirname(manifest), '..'));
    expect(installed).toEqual(tabled('2.11.0'));
  });

  it.each([
    ['2.11.0', false, true],
    ['2.3.0', false, true],
    ['^2.5.0', true, true],
    ['latest', true, true],
    ['3.0.0', false, false],
    ['', false, false],
  ])('for %s (a range: %s) knows something: %s', (version, isRange, known) => {
    expect(apiOfVersion(version, isRange) !== undefined).toBe(known);
  });

  it('proposes only what the version has', () => {
    for (const version of ['1.0.14', '2.2.0', '2.11.0']) {
      const api = tabled(version);
      for (const name of [
        'users.list',
        'roles.create',
        'sessions.revoke',
        'orgs.find',
        'login',
        'verifyToken',
        'x.y',
        'signOut',
      ]) {
        const near = nearestCall(name.split('.'), api);
        if (near) expect(api.methods.has(near.path.join('.')), `${version} ${name}`).toBe(true);
      }
    }
  });
});

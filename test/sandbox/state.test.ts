/** State in, state out. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnreadableState } from '../../src/sandbox/index.ts';
import { logIn, requestToken, rest, start } from './helper.ts';

let folder: string;
let statePath: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-state-'));
  statePath = path.join(folder, 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const saved = (): Record<string, unknown> => JSON.parse(readFileSync(statePath, 'utf8'));

describe('a state file', () => {
  it('carries everything over to the next run, on whatever port', async () => {
    const first = await start({ statePath });
    const made = await rest(first, 'POST', '/api/v1/organizations', { display_name: 'Globex', external_id: 'globex' });
    const tokens = await logIn(first);
    const keys = await (await fetch(`${first.url}/keys`)).text();
    const told = (await (await fetch(`${first.url}/sandbox/control`)).json()) as { state: unknown };
    expect(JSON.stringify(told)).not.toContain('PRIVATE KEY');
    await first.close();

    const second = await start({ statePath });
    try {
      const line = ({ url: _url, controlUrl: _control, ...rest }: typeof first.line) => rest;
      expect(line(second.line)).toEqual(line(first.line));
      expect(await (await fetch(`${second.url}/keys`)).text()).toBe(keys);
      expect((await rest(second, 'GET', '/api/v1/organizations:external/globex')).body.organization.id).toBe(
        made.body.organization.id,
      );
      const refreshed = await requestToken(second, { grant_type: 'refresh_token', refresh_token: tokens['refresh_token'] ?? '' });
      expect(refreshed.status).toBe(200);
      const { organizationId, connectionId } = second.line;
      const { body } = await rest(second, 'GET', `/api/v1/organizations/${organizationId}/connections/${connectionId}`);
      expect(body.connection.saml_config.idp_metadata_url).toBe(`${second.url}/sandbox/idp/metadata`);
    } finally {
      await second.close();
    }
  });

  it('is written whole on each change, for its owner only, and holds no refresh token', async () => {
    const sandbox = await start({ statePath });
    const tokens = await logIn(sandbox);
    await rest(sandbox, 'PATCH', `/api/v1/clients/${sandbox.line.clientId}`, { post_login_uris: ['https://app.example.com/cb'] });
    expect(saved()).toMatchObject({ version: 1, client: { redirectUris: ['https://app.example.com/cb'] } });
    expect(readFileSync(statePath, 'utf8')).not.toContain(tokens['refresh_token']);
    expect(statSync(statePath).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['state.json']);
    await sandbox.close();
  });

  it('may hold a part only: the rest is filled in', async () => {
    writeFileSync(
      statePath,
      JSON.stringify({ production: true, client: { name: 'Mine' }, faults: ['invalid-client/secret-expired'] }),
    );
    const sandbox = await start({ statePath });
    const answer = await requestToken(sandbox, { grant_type: 'client_credentials' });
    await sandbox.close();
    expect(answer.body['error_description']).toBe('client secret has expired');
    expect(saved()).toMatchObject({ production: true, client: { name: 'Mine', accessTokenLifetime: 300 } });
  });

  it('keeps a fault that is on, and what to put back', async () => {
    const first = await start({ statePath, faults: ['invalid-client/wrong-secret'] });
    await first.close();
    const second = await start({ statePath });
    expect(second.line.clientSecret).toBe(first.line.clientSecret);
    expect((await requestToken(second, { grant_type: 'client_credentials' })).status).toBe(401);
    second.setFaults([]);
    expect((await requestToken(second, { grant_type: 'client_credentials' })).status).toBe(200);
    await second.close();
  });

  it.each([
    ['no JSON', 'not json', 'it is not JSON'],
    ['nothing', '', 'it is not JSON'],
    ['another JSON', '[1, 2]', 'it is not the state of a sandbox'],
    ['another version', '{"version": 2}', 'it is not the state of a sandbox'],
    ['another type of value', '{"client": {"redirectUris": "x"}}', 'it is not the state of a sandbox'],
    ['a resource that is none', '{"resources": {"organizations": {"org_1": {"id": {}}}}}', 'not a Scalekit resource'],
    ['a key that is none', '{"signingKey": "-----BEGIN"}', 'not a Scalekit resource or key'],
  ])('with %s in it is refused in a sentence', async (_what, text, sentence) => {
    writeFileSync(statePath, text);
    const failure = await start({ statePath }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnreadableState);
    expect(String(failure)).toContain(sentence);
    expect(readFileSync(statePath, 'utf8')).toBe(text);
  });

  it.each(['a folder', 'in a folder that is not there'])('that is %s is refused in a sentence', async (what) => {
    if (what === 'a folder') mkdirSync(statePath);
    else statePath = path.join(folder, 'gone', 'state.json');
    await expect(start({ statePath })).rejects.toBeInstanceOf(UnreadableState);
  });

  it('that can no longer be written is reported, and the sandbox goes on', async () => {
    const warnings: string[] = [];
    const sandbox = await start({ statePath, warn: (sentence) => warnings.push(sentence) });
    rmSync(folder, { recursive: true });
    expect((await requestToken(sandbox, { grant_type: 'client_credentials' })).status).toBe(200);
    await sandbox.close();
    expect(warnings[0]).toContain('cannot be written');
  });
});

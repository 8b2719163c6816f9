/** No secret of a rehearsed app leaves: not on screen, in the document, in the record on disk, or in the bundle. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it, onTestFinished } from 'vitest';
import { rehearsalApp } from '../rehearsal/rehearsal-app.ts';
import { run } from './program.ts';

const planted = ['plantedCookie7Hq2mZ9xK4vT1bNc8RwY', 'planted_output_5Gd3JkP0aQeLm8Xs2Vt'];

it('cookies, tokens, codes and the app’s own output are masked everywhere', { timeout: 90_000 }, async () => {
  const app = await rehearsalApp('rehearsal/express');
  const cache = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-cache-'));
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
  app.edit('server.js', (text) =>
    text
      .replace("import express from 'express';", "import express from 'express';\nimport { appendFileSync } from 'node:fs';")
      .replace(
        '  sessions.set(id, tokens);',
        `  sessions.set(id, tokens);\n  appendFileSync('seen.txt', [code, state, id, tokens.accessToken, tokens.idToken, tokens.refreshToken, ''].join('\\n'));\n  response.cookie('extra', '${planted[0]}', cookie);`,
      )
      // A page that shows everything it should not.
      .replace(
        'response.json(request.user));',
        'response.json({ ...request.user, ...sessions.get(request.cookies.sid), cookies: request.cookies, header: request.headers.cookie }));',
      )
      .replace('state !== request.cookies.login', 'false')
      .concat(`\nconsole.log('api key: ${planted[1]}');\n`),
  );
  const options = { cwd: app.folder, env: { XDG_CACHE_HOME: cache } };
  const json = await run(['rehearse', '--yes', '--json', '--act', 'state', '--act', 'refresh'], options);
  const text = await run(['rehearse', '--yes', '--verbose', '--act', 'state'], options);
  const file = path.join(cache, 'support.zip');
  const bundle = await run(['bundle', '--offline', '--output', file], options);
  expect([json.code, text.code, bundle.code]).toEqual([1, 1, 0]);

  const seen = readFileSync(path.join(app.folder, 'seen.txt'), 'utf8')
    .split('\n')
    .filter((value) => value.length > 12);
  expect(seen.length).toBeGreaterThan(10);
  const secrets = [...new Set([...seen, ...app.secrets, ...planted])];
  const packed = Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  expect(packed.map(([name]) => name)).toEqual(expect.arrayContaining(['rehearsal.har', 'rehearsal.mmd']));
  expect(() => JSON.parse(packed.find(([name]) => name === 'rehearsal.har')?.[1] ?? '')).not.toThrow();
  const runs = path.join(cache, 'scalekit-fix', 'rehearsals');
  const record = readdirSync(runs).map((name) => readFileSync(path.join(runs, name), 'utf8'));
  expect(record).toHaveLength(1);
  const outputs: readonly (readonly [string, string])[] = [
    ['--json', json.stdout + json.stderr],
    ['--verbose', text.stdout + text.stderr],
    ['the record', record.join('')],
    ...packed.filter(([name]) => name.startsWith('rehearsal') || name.startsWith('RE')),
  ];
  for (const [name, output] of outputs) {
    expect(output.length, name).toBeGreaterThan(100);
    for (const secret of secrets)
      for (const form of [secret, encodeURIComponent(secret), ...secret.split('.').filter((piece) => piece.length > 30)])
        expect(output.includes(form), `${name} holds ${secret.slice(0, 6)}…`).toBe(false);
  }
});

/** What the wizard's host lists beside findings: the logins that Scalekit recorded as failed, and help that fits the project. */
import { afterEach, expect, it } from 'vitest';
import { createHost } from '../../src/commands/host.ts';
import type { WizardHost } from '../../src/wizard/host.ts';
import { answerToApp } from '../sandbox/helper.ts';
import { type HealthyApp, optionsFor, quietIo, startApp, type TestApp } from './app.ts';
import { setEnv } from './cause-fixture.ts';

const open: TestApp[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function hostOf(name: HealthyApp = 'express', faults: readonly string[] = []): Promise<{ host: WizardHost; app: TestApp }> {
  const app = await startApp({ faults }, name);
  open.push(app);
  return { app, host: await createHost({ ...optionsFor(app.folder), timeoutMs: 30_000 }, quietIo()) };
}

const { signal } = new AbortController();

it('lists the failed logins, newest first, each of which leads to its problem', async () => {
  const { host, app } = await hostOf('express', ['connection-not-found/connection-disabled']);
  await answerToApp(app.sandbox, { organization_id: app.sandbox.line.organizationId });
  await answerToApp(app.sandbox, { organization_id: 'org_404', login_hint: 'lost@acme.example' });
  const listed = await host.failedLogins(signal);
  if (!listed.ok) throw new Error(listed.reason);
  expect(listed.logins.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^20\d\d-\d\d-\d\d \d\d:\d\d UTC · invalid_organization_id · org_404 · \S+@acme\.example/),
    expect.stringMatching(/connection/),
  ]);
  for (const { text, hints } of listed.logins) {
    expect((await host.recognise(text, hints)).symptom.problems[0]).toBe('connection-not-found');
  }
});

it('falls back on what such a login can fail of where the record gives no reason', async () => {
  const { host } = await hostOf();
  const { symptom, lines } = await host.recognise('Failed login, from Scalekit’s own record', ['saml-validation-failed']);
  expect(symptom.problems).toEqual(['saml-validation-failed']);
  expect(lines.join()).toContain('no reason');
});

it('says that none has failed, or why the record cannot be read', async () => {
  const { host, app } = await hostOf();
  expect(await host.failedLogins(signal)).toEqual({ ok: true, logins: [] });
  setEnv(app, 'SCALEKIT_CLIENT_SECRET', 'test_notTheSecretOfThisClient00');
  expect(await host.failedLogins(signal)).toEqual({ ok: false, reason: expect.stringContaining('invalid_client') });
  await app.sandbox.close();
  expect(await host.failedLogins(signal)).toEqual({ ok: false, reason: expect.stringMatching(/\w/) });
});

it.each([
  ['express', 'express.raw'],
  ['next-app', 'request.text()'],
  ['next-pages', 'bodyParser: false'],
  ['fastify', 'rawBody'],
] as const)('has the samples of %s', async (name, words) => {
  const { host } = await hostOf(name);
  const topics = await host.help('signature-verification', signal);
  const code = topics.flatMap((topic) => (topic.kind === 'sample' ? [topic.code] : [])).join('\n');
  expect(code).toContain(words);
  expect(topics.at(-3)).toMatchObject({ kind: 'bundle' });
});

/** A change in Scalekit: in the journal with what was before, listed, and taken back only where nobody changed it since. */
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect, it, onTestFinished } from 'vitest';
import { openDiagnosis } from '../../src/commands/diagnosis.ts';
import type { OptionsOf } from '../../src/commands/options.ts';
import { sendChange } from '../../src/commands/remote-changes.ts';
import { run } from '../../src/commands/undo.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import type { RemoteChange } from '../../src/diagnosis/remedy.ts';
import { applyPlan } from '../../src/patches/apply.ts';
import { listJournal } from '../../src/patches/undo.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { commonOptions, testIo } from '../cli/command-io.ts';
import { edit, plan } from '../patches/helpers.ts';
import { makeProject } from '../project/folder.ts';

const schema = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../assets/undo.schema.json'), 'utf8'));
const fitsSchema = new Ajv({ strict: false }).compile(schema);

async function world() {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const { url, clientId, clientSecret } = sandbox.line;
  const project = await makeProject({
    '.env': `SCALEKIT_ENVIRONMENT_URL=${url}\nSCALEKIT_CLIENT_ID=${clientId}\nSCALEKIT_CLIENT_SECRET=${clientSecret}\n`,
    a: 'A=1\n',
  });
  const { root } = project;
  const send = async (change: RemoteChange) => {
    const { io } = testIo();
    const context = openDiagnosis(commonOptions(root), io);
    const sheet = await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal, only: 'files' });
    return sendChange(change, sheet, context, io);
  };
  const undo = async (more: Partial<OptionsOf<'undo'>>) => {
    const { io, out, err } = testIo();
    const code = await run({ ...commonOptions(root), command: 'undo', list: false, all: false, ...more }, io).catch((error) => {
      if (!(error instanceof UsageError)) throw error;
      io.stderr.write(error.message);
      return 2;
    });
    const said = { code, out: out(), err: err() };
    if (more.json) expect([fitsSchema(JSON.parse(said.out)), fitsSchema.errors]).toEqual([true, null]);
    return said;
  };
  const entries = () => {
    const found = listJournal(realpathSync(root));
    if ('kind' in found) throw new Error(found.reason);
    return found;
  };
  return { sandbox, project, root, send, undo, entries };
}

function callbacks(
  sandbox: { readonly line: { readonly clientId: string } },
  before: readonly string[],
  after: readonly string[],
): RemoteChange {
  return {
    method: 'PATCH',
    path: `/api/v1/clients/${sandbox.line.clientId}`,
    body: { post_login_uris: after },
    what: 'Allowed callback URLs of the client',
    before: before.join('\n'),
    after: after.join('\n'),
  };
}

const NEW = 'http://localhost:3000/new/callback';
const yes = { yes: true, allowRemote: true };

it('is listed with what was before, and taken back by its id', async () => {
  const { sandbox, send, undo, entries } = await world();
  const before = [...sandbox.state.client.redirectUris];
  expect(await send(callbacks(sandbox, before, [...before, NEW]))).toMatchObject({
    ok: true,
    message: expect.stringContaining('(development)'),
  });
  expect(sandbox.state.client.redirectUris).toContain(NEW);
  const [entry] = entries();
  const listed = (await undo({ list: true })).out;
  expect(listed).toContain('applied    Allowed callback URLs of the client  (in Scalekit)');
  expect(listed).toContain(`${sandbox.url} (development)`);
  expect(listed).toContain(`before: ${before[0]}`);
  expect((await undo({ list: true, json: true })).out).not.toContain(sandbox.line.clientSecret);
  // Without a word that covers it, nothing is sent.
  for (const more of [{}, { yes: true }, { allowRemote: true }]) {
    expect(await undo({ id: entry?.id ?? '', ...more })).toMatchObject({
      code: 2,
      err: expect.stringContaining('is a change in Scalekit'),
    });
  }
  expect(await undo(yes)).toMatchObject({ code: 2, err: expect.stringContaining(`undo ${entry?.id}`) });
  expect(sandbox.state.client.redirectUris).toContain(NEW);
  expect(await undo({ id: '1', json: true, ...yes })).toMatchObject({ code: 0 });
  expect(sandbox.state.client.redirectUris).toEqual(before);
  expect(entries()[0]?.state).toBe('undone');
});

it('stays where Scalekit holds something else by now', async () => {
  const { sandbox, send, undo } = await world();
  const before = [...sandbox.state.client.redirectUris];
  await send(callbacks(sandbox, before, [...before, NEW]));
  sandbox.state.client.redirectUris.push('http://localhost:3000/somebody/else');
  const refused = await undo({ id: '1', json: true, ...yes });
  expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('was changed in Scalekit since') });
  expect(sandbox.state.client.redirectUris).toHaveLength(before.length + 2);
});

it('is not sent over what was put there since it was shown', async () => {
  const { sandbox, send, entries } = await world();
  const before = [...sandbox.state.client.redirectUris];
  sandbox.state.client.redirectUris.push('http://localhost:3000/somebody/else');
  expect(await send(callbacks(sandbox, before, [...before, NEW]))).toMatchObject({
    ok: false,
    message: expect.stringContaining('look again'),
  });
  expect(sandbox.state.client.redirectUris).not.toContain(NEW);
  expect(entries()).toEqual([]);
});

it('is forgotten where Scalekit refused it', async () => {
  const { sandbox, send, entries } = await world();
  const before = [...sandbox.state.client.redirectUris];
  expect((await send(callbacks(sandbox, before, [...before, 'not a url']))).ok).toBe(false);
  expect(entries()).toEqual([]);
});

it.each([
  ['a connection', 'connections'],
  ['a directory', 'directories'],
] as const)('enables and disables %s', async (_name, kind) => {
  const { sandbox, send, undo } = await world();
  const { organizationId, connectionId, directoryId } = sandbox.line;
  const id = kind === 'connections' ? connectionId : directoryId;
  const base = `/api/v1/organizations/${organizationId}/${kind}/${id}`;
  const change = { method: 'PATCH', body: {}, what: id ?? '', before: 'disabled', after: 'enabled' } as const;
  await send({ ...change, path: `${base}:disable` });
  expect((await send({ ...change, path: `${base}:enable` })).ok).toBe(true);
  expect(await undo({ id: '2', ...yes })).toMatchObject({ code: 0, out: expect.stringContaining('Undone in Scalekit') });
  // Disabled again, so that the first change is what Scalekit holds.
  expect(await undo({ id: '1', ...yes })).toMatchObject({ code: 0 });
});

it('--all takes files back by themselves, and what is in Scalekit only with a word that covers it', async () => {
  const { sandbox, project, root, send, undo } = await world();
  const before = [...sandbox.state.client.redirectUris];
  applyPlan(await plan(project, edit(project, 'a', '1', '2')), { summary: 'Correct A' });
  await send(callbacks(sandbox, before, [...before, NEW]));
  const files = await undo({ all: true, json: true });
  expect(files).toMatchObject({ code: 0, err: expect.stringContaining('add --allow-remote --yes') });
  expect(JSON.parse(files.out)).toMatchObject({
    undone: [{ summary: 'Correct A' }],
    left: [{ change: { tier: 'development' } }],
  });
  expect(readFileSync(path.join(root, 'a'), 'utf8')).toBe('A=1\n');
  expect(await undo({ all: true, ...yes })).toMatchObject({ code: 0 });
  expect(sandbox.state.client.redirectUris).toEqual(before);
});

it('--all stops at a patch that does not fit any more, and says what stays', async () => {
  const { project, root, undo } = await world();
  applyPlan(await plan(project, edit(project, 'a', '1', '2')), { summary: 'first' });
  applyPlan(await plan(project, edit(project, 'a', '2', '3')), { summary: 'second' });
  writeFileSync(path.join(root, 'a'), 'A=mine\n');
  const refused = await undo({ all: true, json: true });
  expect(refused.code).toBe(3);
  expect(JSON.parse(refused.out)).toMatchObject({ undone: [], left: [{ summary: 'second' }], conflicts: [{ file: 'a' }] });
  writeFileSync(path.join(root, 'a'), 'A=3\n');
  expect(JSON.parse((await undo({ all: true, json: true })).out)).toMatchObject({
    undone: [{ summary: 'second' }, { summary: 'first' }],
    left: [],
  });
  expect(readFileSync(path.join(root, 'a'), 'utf8')).toBe('A=1\n');
});

/** A copy of the healthy app in a temporary folder, wired to sandboxes of its own, and a diagnosis of it as the commands run it. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DiagnosisContext, openDiagnosis } from '../../src/commands/diagnosis.ts';
import type { CommandIo, CommonOptions } from '../../src/commands/options.ts';
import { sendChange } from '../../src/commands/remote-changes.ts';
import { applyEdits, reopen, showEdits } from '../../src/commands/repair.ts';
import type { FactSheet } from '../../src/diagnosis/fact-sheet.ts';
import { type Judgement, remediesOf } from '../../src/diagnosis/judge.ts';
import type { Remedy } from '../../src/diagnosis/remedy.ts';
import { recognise } from '../../src/intake/index.ts';
import { isRefusal } from '../../src/patches/refusal.ts';
import type { ProbeTools } from '../../src/probes/tools.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { silentPort } from '../silent-port.ts';
import { type BrokenApp, type CauseFixture, editorOf, onPort, WRITTEN_PORT } from './cause-fixture.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface TestApp extends BrokenApp {
  readonly close: () => Promise<void>;
}

/** The healthy apps under test/fixtures/apps, each with where its callback and its login lie. */
export const healthyApps = {
  express: { callback: '/auth/callback', login: '/login' },
  'next-app': { callback: '/api/auth/callback', login: '/api/auth/login' },
  'next-pages': { callback: '/api/auth/callback', login: '/api/auth/login' },
  fastify: { callback: '/auth/callback', login: '/auth/login' },
  nest: { callback: '/auth/callback', login: '/auth/login' },
  'node-http': { callback: '/auth/callback', login: '/login' },
} as const;
export type HealthyApp = keyof typeof healthyApps;

export async function startApp(
  fixture: Pick<CauseFixture, 'faults' | 'otherEnvironment'> = {},
  app: HealthyApp = 'express',
): Promise<TestApp> {
  const own = await silentPort();
  const base = `http://localhost:${own.port}`;
  const { callback, login } = healthyApps[app];
  const client = {
    redirectUris: [base + callback],
    postLogoutRedirectUris: [`${base}/`],
    initiateLoginUri: base + login,
  };
  const sandbox = await startSandbox({ faults: [...(fixture.faults ?? [])], state: { client } });
  const other = fixture.otherEnvironment ? await startSandbox({ state: { client: { id: 'skc_70215893346119937' } } }) : undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-app-'));
  cpSync(path.join(root, 'test/fixtures/apps', app), folder, { recursive: true });
  renameSync(path.join(folder, 'env.template'), path.join(folder, '.env'));
  moveToPort(folder, own.port);
  const values: Readonly<Record<string, string>> = {
    url: sandbox.url,
    clientId: sandbox.line.clientId,
    clientSecret: sandbox.line.clientSecret,
    webhookSecret: sandbox.line.webhookSecret ?? '',
    organizationId: sandbox.line.organizationId,
    redirectUri: base + callback,
  };
  const text = readFileSync(path.join(folder, '.env'), 'utf8');
  writeFileSync(
    path.join(folder, '.env'),
    text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? ''),
  );
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return {
    folder,
    sandbox,
    base,
    otherUrl: other?.url ?? '',
    edit: editorOf(folder, own.port),
    restore: (file) => {
      const text = readFileSync(path.join(root, 'test/fixtures/apps', app, file), 'utf8');
      writeFileSync(path.join(folder, file), onPort(text, WRITTEN_PORT, own.port));
    },
    close: async () => {
      await Promise.all([sandbox.close(), other?.close(), own.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The fixtures name one port; each app gets one of its own, so that nobody else answers in its place. */
function moveToPort(folder: string, port: number): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) continue;
    writeFileSync(file, onPort(readFileSync(file, 'utf8'), WRITTEN_PORT, port));
  }
}

export const optionsFor = (folder: string): CommonOptions => ({
  cwd: folder,
  dotenv: [],
  json: false,
  plain: false,
  yes: true,
  allowRemote: true,
  offline: false,
  timeoutMs: 12_000,
  color: false,
  verbose: false,
});

export function quietIo(): CommandIo {
  const nowhere = { write: () => true } as unknown as CommandIo['stdout'];
  return {
    stdin: process.stdin,
    stdout: nowhere,
    stderr: nowhere,
    env: { PATH: process.env['PATH'] },
    isTerminal: { stdin: false, stdout: false, stderr: false },
    terminal: () => undefined,
    signal: new AbortController().signal,
  };
}

export interface Diagnosed {
  readonly judgements: readonly Judgement<ProbeTools>[];
  readonly sheet: FactSheet;
  readonly ids: (verdict: 'confirmed' | 'likely') => string[];
  readonly remedies: (id: string) => readonly Remedy[];
  /** Carries the remedy out as `fix` does; says what stood in the way. */
  readonly carryOut: (remedy: Remedy) => Promise<string | undefined>;
}

export interface Told {
  readonly pasted?: string | undefined;
  /** As typed, by the question's id. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

export async function diagnose(folder: string, told: Told = {}): Promise<Diagnosed> {
  const io = quietIo();
  const context = openDiagnosis(optionsFor(folder), io);
  const pasted = told.pasted === undefined ? undefined : recognise(told.pasted);
  const sheet = await context.gather({ pasted, answers: answersOf(context, told.answers ?? {}), signal: io.signal });
  const judgements = context.judge(sheet);
  return {
    judgements,
    sheet,
    ids: (verdict) => judgements.filter((judgement) => judgement.verdict.kind === verdict).map(({ id }) => id),
    remedies: (id) => {
      const judgement = judgements.find((candidate) => candidate.id === id);
      return judgement ? remediesOf(judgement, sheet) : [];
    },
    carryOut: async (remedy) => {
      if (remedy.kind === 'change') {
        const sent = await sendChange(remedy.change, sheet, context, io);
        return sent.ok ? undefined : sent.message;
      }
      if (remedy.kind === 'steps') return 'Steps are for the user.';
      const shown = await showEdits(remedy.edits, await reopen(context, optionsFor(folder), io), context);
      if (isRefusal(shown)) return shown.reason;
      const applied = applyEdits(shown.plan, remedy.summary);
      return isRefusal(applied) ? applied.reason : undefined;
    },
  };
}

function answersOf({ graph }: DiagnosisContext, typed: Readonly<Record<string, string>>): FactSheet['answers'] {
  const answers = new Map<string, unknown>();
  for (const [id, text] of Object.entries(typed)) {
    const question = graph.questions.find((candidate) => candidate.id === id);
    const read = question?.read(text);
    if (!read?.ok) throw new Error(`The fixture's answer to “${id}” is not one.`);
    answers.set(id, read.value);
  }
  return answers;
}

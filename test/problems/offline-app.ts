/** A copy of a healthy app in a temporary folder, and a diagnosis of it as `check --offline` runs it: by its files alone. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDiagnosis } from '../../src/commands/diagnosis.ts';
import { optionsFor, quietIo } from './app.ts';
import { editorOf } from './cause-fixture.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Apps under test/fixtures/apps that are read and not run. */
export const offlineApps = [
  'hono',
  'koa',
  'remix',
  'sveltekit',
  'nuxt',
  'astro',
  'elysia',
  'monorepo',
  'nest-injected',
  'astro-pages',
  'by-hand',
  'by-hand-next',
  'express-layers',
  'next-actions',
  'react-router-config',
] as const;
export type OfflineApp = (typeof offlineApps)[number];

const values: Readonly<Record<string, string>> = {
  url: 'https://acme.scalekit.dev',
  clientId: 'skc_70215893346119937',
  clientSecret: 'test_J8rVkq2PzT5mWc9XbYd4NsLh7GfRa3Eu',
  webhookSecret: 'whsec_b2ZmbGluZS1hcHAtc2VjcmV0LTEyMzQ1Njc4OTA=',
  redirectUri: 'http://localhost:3000/auth/callback',
};

export interface OfflineFindings {
  readonly confirmed: readonly string[];
  readonly likely: readonly string[];
  /** By finding, why nothing could be said of it. */
  readonly unknown: ReadonlyMap<string, string>;
  /** By finding, the places it names. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

export async function findOffline(
  app: OfflineApp,
  change: (edit: ReturnType<typeof editorOf>, secret: string) => void = () => undefined,
): Promise<OfflineFindings> {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-offline-'));
  try {
    cpSync(path.join(root, 'test/fixtures/apps', app), folder, { recursive: true });
    renameSync(path.join(folder, 'env.template'), path.join(folder, '.env'));
    const env = path.join(folder, '.env');
    writeFileSync(
      env,
      readFileSync(env, 'utf8').replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? ''),
    );
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    change(editorOf(folder), values['clientSecret'] ?? '');
    return await readOffline(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the files of a folder say, as `check --offline` judges them. */
export async function readOffline(folder: string): Promise<OfflineFindings> {
  const io = quietIo();
  const context = openDiagnosis({ ...optionsFor(folder), offline: true }, io);
  const judgements = context.judge(await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal }));
  const ids = (kind: string): string[] => judgements.filter(({ verdict }) => verdict.kind === kind).map(({ id }) => id);
  return {
    confirmed: ids('confirmed'),
    likely: ids('likely'),
    unknown: new Map(judgements.flatMap(({ id, verdict }) => (verdict.kind === 'unknown' ? [[id, verdict.because]] : []))),
    places: new Map(
      judgements.map(({ id, verdict }) => [
        id,
        ('evidence' in verdict ? verdict.evidence : []).flatMap(({ location }) =>
          location ? [`${location.file}:${location.line}`] : [],
        ),
      ]),
    ),
  };
}

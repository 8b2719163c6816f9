/** Sound apps that are written down in one Markdown file each: a heading for each file, its text in a fence. They are read and never run. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type OfflineFindings, readOffline } from './offline-app.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/sound');

export const soundApps: readonly string[] = readdirSync(folder).map((name) => path.basename(name, '.md'));

const env = `SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev
SCALEKIT_CLIENT_ID=skc_70215893346119937
SCALEKIT_CLIENT_SECRET=test_J8rVkq2PzT5mWc9XbYd4NsLh7GfRa3Eu
SCALEKIT_WEBHOOK_SECRET=whsec_b2ZmbGluZS1hcHAtc2VjcmV0LTEyMzQ1Njc4OTA=
SCALEKIT_REDIRECT_URI=http://localhost:3000/auth/callback
PUBLIC_HOME=http://localhost:3000/
SESSION_SECRET=not-a-secret-of-anybody
REDIS_URL=redis://localhost:6379
COOKIE_KEY=00112233445566778899aabbccddeeff
`;

export interface Change {
  readonly file: string;
  /** Each must be there. */
  readonly replace: readonly (readonly [from: string | RegExp, to: string])[];
}

/** Writes the app out, changes it where asked, and judges it by its files alone. */
export async function findInSound(app: string, changes: readonly Change[] = []): Promise<OfflineFindings> {
  const copy = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-sound-'));
  try {
    for (const [name, text] of changed(filesOf(app), changes)) {
      mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
      writeFileSync(path.join(copy, name), text);
    }
    writeFileSync(path.join(copy, '.env'), env);
    return await readOffline(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function filesOf(app: string): Map<string, string> {
  const text = readFileSync(path.join(folder, `${app}.md`), 'utf8');
  const files = text.matchAll(/^## (\S+)\n```\w*\n([\s\S]*?)^```$/gm);
  return new Map([...files].map(([, name = '', content = '']) => [name, content]));
}

function changed(files: Map<string, string>, changes: readonly Change[]): Map<string, string> {
  for (const { file, replace } of changes) {
    for (const [from, to] of replace) {
      const before = files.get(file) ?? '';
      const after = before.replace(from, to);
      if (after === before) throw new Error(`The change finds nothing in ${file}: ${String(from)}`);
      files.set(file, after);
    }
  }
  return files;
}

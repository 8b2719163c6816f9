/** A sound app of the fixtures in a folder of its own, on a port that nobody has, with settings of an environment that is not there. */
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { CauseFixture } from '../problems/cause-fixture.ts';
import { editorOf } from '../problems/cause-fixture.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface RehearsalApp {
  readonly folder: string;
  readonly port: number;
  /** Values of its env file that may never be shown. */
  readonly secrets: readonly string[];
  readonly edit: (file: string, change: (text: string) => string) => void;
  /** As the fixtures of these causes break it. */
  readonly breakBy: (...causes: string[]) => Promise<void>;
}

/** @param modules what stands as its node_modules; without, the app has none. */
export async function rehearsalApp(
  source = 'apps/express',
  callback = '/auth/callback',
  modules: string | undefined = path.join(root, 'node_modules'),
): Promise<RehearsalApp> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-app-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(root, 'test/fixtures', source), folder, { recursive: true });
  const port = await freePort();
  const secrets = ['test_q8Zr4nW2cV7bK1mD6xTy', 'whsec_cmVhbC1vbmUtb2YtdGhlLXVzZXI='];
  const values: Readonly<Record<string, string>> = {
    url: 'https://auth.rehearsal-fixture.example',
    clientId: 'skc_70215893346119937',
    clientSecret: secrets[0] ?? '',
    webhookSecret: secrets[1] ?? '',
    organizationId: 'org_70215893346119938',
    redirectUri: `http://localhost:${port}${callback}`,
    port: String(port),
  };
  const template = path.join(folder, 'env.template');
  if (existsSync(template)) {
    const text = readFileSync(template, 'utf8').replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '');
    writeFileSync(
      path.join(folder, '.env'),
      text.replace(/^PORT=.*$/m, `PORT=${port}`).replaceAll('localhost:3000', `localhost:${port}`),
    );
    rmSync(template);
  }
  if (modules !== undefined) symlinkSync(modules, path.join(folder, 'node_modules'));
  const edit = editorOf(folder);
  return {
    folder,
    port,
    secrets,
    edit,
    breakBy: async (...causes) => {
      for (const cause of causes) {
        const { fixture } = (await import(path.join(root, 'test/fixtures', `${cause}.ts`))) as { fixture: CauseFixture };
        fixture.breakFiles?.({ folder, edit } as Parameters<NonNullable<CauseFixture['breakFiles']>>[0]);
      }
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

/** The sandbox as users start it, and the healthy app of the fixtures wired to it. */
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { silentPort } from '../silent-port.ts';
import { start, temporaryFolder } from './program.ts';

const apps = resolve(import.meta.dirname, '../fixtures/apps');

/** Ends with the test. @returns what its line says. */
export async function sandboxLine(...faults: readonly string[]): Promise<Record<string, string>> {
  const state = join(temporaryFolder(), 'state.json');
  const { port } = await silentPort();
  writeFileSync(state, JSON.stringify({ client: { initiateLoginUri: `http://localhost:${port}/login` } }));
  const child = start(['sandbox', '--state', state, ...faults.flatMap((fault) => ['--fault', fault])], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const line = await new Promise<string>((resolveLine) =>
    child.stdout?.once('data', (data: Buffer) => resolveLine(data.toString('utf8'))),
  );
  return JSON.parse(line) as Record<string, string>;
}

/** @returns the app's folder, gone when the test is. */
export function appOn(values: Readonly<Record<string, string>>, app = 'express'): string {
  const folder = join(temporaryFolder(), 'shop');
  mkdirSync(folder);
  cpSync(join(apps, app), folder, { recursive: true });
  renameSync(join(folder, 'env.template'), join(folder, '.env'));
  const text = readFileSync(join(folder, '.env'), 'utf8');
  writeFileSync(
    join(folder, '.env'),
    text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? ''),
  );
  return folder;
}

/** The demo app in a temporary folder, wired to the sandbox: the one place outside the project that is written besides settings and cache. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../package-root.ts';
import { OWN_PORT } from './app-port.ts';

export interface DemoLine {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly organizationId: string;
  readonly webhookSecret?: string | undefined;
}

export function copyDemoApp(line: DemoLine, port: number): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-demo-')));
  cpSync(path.join(packageRoot(), 'assets', 'demo-app'), folder, { recursive: true });
  const template = path.join(folder, 'env.template');
  const { url, clientId, clientSecret, organizationId, webhookSecret = '' } = line;
  const values: Readonly<Record<string, string>> = { url, clientId, clientSecret, organizationId, webhookSecret };
  const text = readFileSync(template, 'utf8').replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '');
  writeFileSync(path.join(folder, '.env'), onPort(text, port), { mode: 0o600 });
  rmSync(template);
  const server = path.join(folder, 'src', 'server.js');
  writeFileSync(server, onPort(readFileSync(server, 'utf8'), port));
  return folder;
}

function onPort(text: string, port: number): string {
  return text.replaceAll(String(OWN_PORT), String(port));
}

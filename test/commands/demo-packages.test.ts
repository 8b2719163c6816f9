/** The demo's app gets packages that are on this machine already, and says which are not. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { linkPackages } from '../../src/commands/demo/packages.ts';

function folders(...dependencies: readonly string[]): { readonly app: string; readonly from: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-link-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [app, from] = [path.join(folder, 'app'), path.join(folder, 'work', 'deep')];
  for (const one of [app, from]) mkdirSync(one, { recursive: true });
  const manifest = { dependencies: Object.fromEntries(dependencies.map((name) => [name, '1.0.0'])) };
  writeFileSync(path.join(app, 'package.json'), JSON.stringify(manifest));
  const own = path.join(folder, 'work', 'node_modules', '@acme', 'own');
  mkdirSync(own, { recursive: true });
  writeFileSync(path.join(own, 'package.json'), '{}');
  return { app, from };
}

it('links what lies in a folder above the caller’s', () => {
  const { app, from } = folders('@acme/own');
  expect(linkPackages(app, from)).toEqual([]);
  expect(existsSync(path.join(app, 'node_modules/@acme/own/package.json'))).toBe(true);
});

it('links nothing where one is not there, and names it', () => {
  const { app, from } = folders('@acme/own', '@acme/nowhere');
  expect(linkPackages(app, from)).toEqual(['@acme/nowhere']);
  expect(existsSync(path.join(app, 'node_modules'))).toBe(false);
});

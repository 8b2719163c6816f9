/** The built program's bundle of a faulty app on its own sandbox: every file says what it is there for, fits its schema and hash, and holds no secret. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { appOn, sandboxLine } from '../e2e/app-on-sandbox.ts';
import { run, temporaryFolder } from '../e2e/program.ts';

const root = resolve(import.meta.dirname, '../..');
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'assets/report.schema.json'), 'utf8')));

it('has all that support asks for', { timeout: 60_000 }, async () => {
  const values = await sandboxLine('connection-not-found/connection-disabled');
  const cwd = appOn(values);
  // A fault in code and one in the environment, so that both kinds of evidence are there.
  const source = join(cwd, 'src/server.js');
  const broken = readFileSync(source, 'utf8').replace('scalekit.authenticateWithCode(', 'scalekit.authenticateWithTheCode(');
  expect(broken).toContain('WithTheCode(');
  writeFileSync(source, broken);
  const file = join(temporaryFolder(), 'support.zip');
  expect(await run(['bundle', '--output', file, '--cwd', cwd])).toMatchObject({ code: 0, stderr: '' });
  const packed = unzipSync(readFileSync(file));
  const texts = Object.fromEntries(Object.entries(packed).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const json = (name: string) => JSON.parse(texts[name] ?? '');

  const report = json('report.json') as {
    findings: { id: string; locations: { file: string; line: number }[] }[];
    project: { root: string };
  };
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(report.findings.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['connection-not-found/connection-disabled', 'unknown-sdk-call/no-such-method']),
  );
  expect(report.project.root).toBe('shop');

  const exchanges = (texts['probes.ndjson'] ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(exchanges.length).toBeGreaterThan(5);
  expect(exchanges.every(({ id, at, method, url }) => [id, at, method, url].every((value) => typeof value === 'string'))).toBe(
    true,
  );
  expect(exchanges).toContainEqual(
    expect.objectContaining({
      method: 'POST',
      url: `${values['url'] ?? values['SCALEKIT_ENVIRONMENT_URL']}/oauth/token`,
      status: 200,
    }),
  );

  const project = json('project.json') as {
    packages: { name: string; version: string | null }[];
    runtime: string;
    os: string;
    sdks: unknown[];
  };
  expect(project).toMatchObject({ root: 'shop', frameworks: ['Express'], runtime: `Node.js ${process.versions.node}` });
  expect(project.packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['@scalekit-sdk/node', 'express']));
  expect(project.os).toContain(process.platform);

  const fault = report.findings.find(({ id }) => id === 'unknown-sdk-call/no-such-method')?.locations[0];
  const excerpt = Object.entries(texts).find(([name]) => name.startsWith('code/src/server.js'))?.[1] ?? '';
  const lines = broken.split('\n');
  const around = [-10, 0, 10].map((offset) => (fault?.line ?? 0) + offset);
  for (const line of around)
    expect(excerpt.split('\n').map((text) => text.trim())).toContain(`${line}  ${lines[line - 1] ?? ''}`.trim());

  const markdown = texts['REPORT.md'] ?? '';
  for (const needed of [
    /^- Environment: http/m,
    /^- Client id: skc_/m,
    /^- Client and transport: @scalekit-sdk\/node/m,
    /^- Connection id: conn_\d+/m,
    /^When: \d{4}-\d\d-\d\dT/m,
    /^## Steps to reproduce/m,
    /^- Runtime: Node\.js/m,
  ]) {
    expect(markdown).toMatch(needed);
  }

  const manifest = json('MANIFEST.json') as { files: { name: string; size: number; sha256: string }[] };
  expect(manifest.files.map(({ name }) => name)).toEqual(Object.keys(texts).filter((name) => name !== 'MANIFEST.json'));
  for (const { name, size, sha256 } of manifest.files) {
    expect([name, size, sha256]).toEqual([
      name,
      packed[name]?.length,
      createHash('sha256')
        .update(packed[name] ?? '')
        .digest('hex'),
    ]);
  }

  const { redactions } = json('REDACTIONS.json') as { redactions: { file: string; line: number; pseudonym: string }[] };
  for (const { file: name, line, pseudonym } of redactions)
    expect((texts[name] ?? '').split('\n')[line - 1]).toContain(pseudonym);

  const secrets = Object.entries(values).flatMap(([name, value]) =>
    /secret|password|token/i.test(name) && value.length > 8 ? [value] : [],
  );
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(JSON.stringify(texts)).not.toContain(secret);
});

/** What "getting help" offers is right: samples parse, use the SDK as it is, and would pass this program's own checks. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type HelpFramework, helpFor, samples } from '../../src/help/index.ts';
import { general } from '../../src/help/links.ts';
import { argumentFaults } from '../../src/probes/sdk-use/argument-faults.ts';
import { resultFault } from '../../src/probes/sdk-use/result-faults.ts';
import { resultReads } from '../../src/probes/sdk-use/result-reads.ts';
import { unknownCall } from '../../src/probes/sdk-use/unknown-calls.ts';
import { problems } from '../../src/problems/index.ts';
import { analyseCode } from '../../src/project/code/analyse.ts';
import { apiOfVersion } from '../../src/project/sdk-types/table.ts';
import { sourceFile } from '../../src/project/source-file.ts';
import { parse } from '../../src/project/syntax/parser.ts';
import { codeOnlyFaults } from '../../src/sandbox/faults/code-only.ts';
import { diagnose } from '../problems/app.ts';

/** Whose samples this program's own checks of code can read. */
const frameworks = (Object.keys(samples) as HelpFramework[]).filter((name) => name !== 'python' && name !== 'go');

async function analysed(framework: HelpFramework) {
  const files = samples[framework].map(({ file, code }) => {
    const source = sourceFile(file, Buffer.from(code));
    if (source.kind !== 'source') throw new Error(`${file} is no text.`);
    return source;
  });
  return analyseCode({ files, aliases: [['@/', '']] });
}

describe.each(frameworks)('the samples for %s', (framework) => {
  it('show every step of an app', () => {
    expect(samples[framework].map(({ task }) => task).sort()).toEqual([...general.tasks].sort());
  });

  it('parse', async () => {
    expect((await analysed(framework)).notes).toEqual([]);
  });

  it('use the SDK as it is', async () => {
    const api = apiOfVersion('2.11.0', false)?.api;
    const { clientUses, modules } = await analysed(framework);
    if (!api) throw new Error('There is no table.');
    expect(new Set(clientUses.map((use) => use.path.join('.'))).size).toBeGreaterThanOrEqual(7);
    expect(clientUses.flatMap((use) => unknownCall(use, api) ?? [])).toEqual([]);
    expect(clientUses.flatMap((use) => argumentFaults(use, api))).toEqual([]);
    const reads = modules.flatMap((module) => resultReads(module, clientUses));
    expect(reads.flatMap((read) => resultFault(read, api) ?? [])).toEqual([]);
  });

  it('have no fault that this program finds', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-samples-'));
    try {
      for (const { file, code } of samples[framework]) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), code);
      }
      const dependencies = { '@scalekit-sdk/node': '^2.11.0', dotenv: '^17.0.0' };
      writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
      writeFileSync(path.join(folder, '.env'), 'SCALEKIT_REDIRECT_URI=http://localhost:3000/auth/callback\n');
      symlinkSync(path.resolve(import.meta.dirname, '../../node_modules'), path.join(folder, 'node_modules'));
      const found = (await diagnose(folder)).ids('confirmed');
      // There is no environment here, only code.
      expect(found.filter((id) => !id.startsWith('invalid-client/'))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe.each(['python', 'go'] as const)('the samples for %s', (language) => {
  it('show every step of an app', () => {
    expect(samples[language].map(({ task }) => task).sort()).toEqual([...general.tasks].sort());
  });

  it('parse', async () => {
    for (const { file, code } of samples[language]) {
      expect((await parse(language, code)).rootNode.hasError, file).toBe(false);
    }
  });
});

describe('help', () => {
  it('has pages, samples, tools and support for every problem', () => {
    for (const { id } of problems) {
      const sections = new Set(helpFor({ framework: 'express', problem: id }).map(({ section }) => section));
      expect([...sections], id).toEqual(
        id === 'mcp-sign-in' ? ['docs', 'testing', 'support'] : ['docs', 'samples', 'testing', 'support'],
      );
    }
  });

  it('gives the samples of plain Node.js where it knows no better', () => {
    expect(helpFor({ framework: 'something', problem: 'invalid-client' })).toEqual(
      helpFor({ framework: 'node', problem: 'invalid-client' }),
    );
  });

  it('gives a project the samples of its own language, and no others', () => {
    const files = (request: Parameters<typeof helpFor>[0]): string[] =>
      helpFor(request).flatMap((topic) => (topic.kind === 'sample' ? [topic.file] : []));
    expect(files({ framework: 'flask', language: 'python' }).every((file) => file.endsWith('.py'))).toBe(true);
    expect(files({ framework: 'gin', language: 'go' }).every((file) => file.endsWith('.go'))).toBe(true);
    expect(files({ framework: 'spring', language: 'java' })).toEqual([]);
    expect(files({ framework: 'hono', language: 'javascript' })).toEqual(files({ framework: 'node' }));
  });

  it('shows no secret in a command, and only commands that there are', () => {
    const commands = helpFor({}).flatMap((topic) => ('command' in topic ? [topic.command] : []));
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) expect(command).not.toMatch(/secret=(?!\$)/i);
    const faults = commands.flatMap((command) => /--fault (\S+)/.exec(command)?.[1] ?? []);
    const known = [...codeOnlyFaults, ...problems.flatMap(({ id, causes }) => causes.map((cause) => `${id}/${cause.id}`))];
    for (const fault of faults) expect(known).toContain(fault);
  });
});

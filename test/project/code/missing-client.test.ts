/** Names of the client that a module does not know. */
import { expect, it } from 'vitest';
import { importClient } from '../../../src/patches/rules/import-client.ts';
import { applyTextEdits } from '../../../src/patches/text-edits.ts';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { missingClients } from '../../../src/project/code/missing-client.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const call = "scalekit.verifyWebhookPayload('s', h, raw);\n";
const client = "import { Scalekit } from '@scalekit-sdk/node';\nexport const scalekit = new Scalekit('u', 'i', 's');\n";

const read = async (files: Readonly<Record<string, string>>) =>
  (await analyseCode({ files: Object.entries(files).map(([path, text]) => sourceFromText(path, text)), aliases: [] })).modules;

it.each<readonly [string, number, Readonly<Record<string, string>>]>([
  ['nothing gives it', 1, { 'a.ts': call }],
  ['an import gives it', 0, { 'a.ts': `import { scalekit } from './client';\n${call}` }],
  ['a parameter gives it', 0, { 'a.ts': `export const handle = (scalekit) => { ${call} };` }],
  ['a pattern gives it', 0, { 'a.ts': `export const handle = ({ scalekit }) => { ${call} };` }],
  ['a later assignment gives it', 0, { 'a.js': `${call}scalekit = make();\n` }],
  ['a variable gives it', 0, { 'a.js': `let scalekit;\n${call}` }],
  ['a declaration for the compiler gives it', 0, { 'a.ts': call, 'globals.d.ts': 'declare const scalekit: unknown;\n' }],
  ['another module makes it global', 0, { 'a.js': call, 'b.js': 'globalThis.scalekit = make();\n' }],
  ['another library has such a call', 0, { 'a.js': 'stripe.verify(a);\n' }],
  ['it is a member of something', 0, { 'a.js': "services.scalekit.verifyWebhookPayload('s', h, raw);\n" }],
])('%s', async (_what, count, files) => {
  expect(missingClients(await read(files))).toHaveLength(count);
});

it('is imported under the name by which one module exports it', async () => {
  const modules = await read({ 'lib/scalekit.ts': client, 'app/hook.ts': `import x from 'x';\n\n${call}` });
  const [missing] = missingClients(modules);
  const result = missing && importClient(missing.module, missing.name, modules);
  expect(missing && result && applyTextEdits(missing.module.file.text, result.edits)).toBe(
    `import x from 'x';\nimport { scalekit } from '../lib/scalekit';\n\n${call}`,
  );
});

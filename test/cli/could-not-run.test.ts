import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { couldNotRunDocument } from '../../src/commands/could-not-run.ts';

const schema = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../assets/report.schema.json'), 'utf8'));

it.each(['check', 'fix', 'explain'] as const)('a %s that breaks leaves a document that keeps to the schema', (command) => {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const document = couldNotRunDocument({ command, cwd: '/app' }, 'It stopped.');
  expect([validate(document), validate.errors]).toEqual([true, null]);
  expect(document).toMatchObject({ notes: ['It stopped.'], summary: { exitCode: 3 } });
});

it.each(['demo', 'undo', 'bundle'] as const)('a %s that breaks leaves a document with the exit code', (command) => {
  expect(couldNotRunDocument({ command, cwd: '/app' }, 'It stopped.')).toMatchObject({
    schemaVersion: 1,
    reason: 'It stopped.',
    exitCode: 3,
  });
});

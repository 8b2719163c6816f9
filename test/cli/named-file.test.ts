/** A symptom that is the name of a file stands for what is in it, and anything else for itself. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { namedFile } from '../../src/commands/named-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-named-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const log = path.join(folder, 'my server.log');
writeFileSync(log, 'error=invalid_client\n');
writeFileSync(path.join(folder, 'binary.log'), Buffer.from([0x50, 0, 1]));
writeFileSync(path.join(folder, 'empty.log'), '');
mkdirSync(path.join(folder, 'folder.log'));

describe('a file is read', () => {
  it.each([
    ['by its name', 'my server.log'],
    ['by its whole path', log],
    ['in quotes, as a terminal writes it', `'${log}'`],
    ['with its spaces escaped', log.replaceAll(' ', '\\ ')],
    ['as a URL', pathToFileURL(log).href],
    ['with white space round it', ` ./my server.log\n`],
    ['in the home folder', '~/my server.log'],
  ])('%s', (_how, text) => {
    expect(namedFile(text, folder, folder)).toEqual({ name: 'my server.log', text: 'error=invalid_client\n' });
  });
});

describe('a text is itself', () => {
  it.each([
    ['a code', 'invalid_client'],
    ['a file that is not there', './nothing.log'],
    ['a folder', './folder.log'],
    ['bytes', 'binary.log'],
    ['an empty file', 'empty.log'],
    ['an address', 'https://acme.example/metadata.xml'],
    ['several lines, one of which names a file', `it says\n${log}`],
    ['a sentence', 'my server.log says invalid_client'],
  ])('%s', (_what, text) => {
    expect(namedFile(text, folder, folder)).toBeUndefined();
  });
});

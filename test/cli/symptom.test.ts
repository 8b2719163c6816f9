/** Text from standard input, whatever wrote it. */
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readText } from '../../src/cli/symptom.ts';

const SAID = 'ログインできない: invalid_client über VPN\n';
const { signal } = new AbortController();

it.each([
  ['UTF-8', Buffer.from(SAID)],
  ['UTF-16 as Windows writes it', Buffer.from(`\uFEFF${SAID}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\uFEFF${SAID}`, 'utf16le').swap16()],
])('is read as what it says: %s', async (_name, bytes) => {
  // Cut in the middle of a character.
  const { text, notes } = await readText(Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]), { signal });
  expect(text.replace(/^\uFEFF/, '')).toBe(SAID);
  expect(notes).toEqual([]);
});

/** Random trees of files, random edits, random deaths: apply and undo together change nothing, and what no edit covers is never touched. */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Edit } from '../../src/diagnosis/remedy.ts';
import { applyPlan } from '../../src/patches/apply.ts';
import { planPatch } from '../../src/patches/plan.ts';
import { newFileEdit } from '../../src/patches/text-edits.ts';
import { undoLast } from '../../src/patches/undo.ts';
import { sha256 } from '../../src/project/source-file.ts';
import { makeProject } from '../project/folder.ts';
import { deadProcess, dyingFs, fullFs, snapshot } from './helpers.ts';

const NAMES = ['.env', 'a.txt', 'sub/b.md', 'sub/deep/c.env', 'ö ü/d.txt'];
const MODES = [0o600, 0o640, 0o644, 0o755];
const character = fc.constantFrom('a', '=', '"', 'ß', '😀', '\r\n', '\n', '\r', '\uFEFF', '\t', ' ', '\u2028', '\u0001');

interface RandomFile {
  readonly name: string;
  readonly characters: readonly string[];
  readonly mode: number;
  /** Where edits begin, how much they take away, and what they put there. */
  readonly cuts: readonly (readonly [number, number, string])[];
}

const file: fc.Arbitrary<RandomFile> = fc.record({
  name: fc.constantFrom(...NAMES),
  characters: fc.array(character, { maxLength: 40 }),
  mode: fc.constantFrom(...MODES),
  cuts: fc.array(
    fc.tuple(
      fc.nat(40),
      fc.nat(6),
      fc.array(character, { maxLength: 4 }).map((all) => all.join('')),
    ),
    { maxLength: 3 },
  ),
});
const tree = fc.uniqueArray(file, { minLength: 1, maxLength: 4, selector: ({ name }) => name });

/** Disjoint edits in order, and the bytes that each leaves in front of it. */
function editsOf({ name, characters, cuts }: RandomFile): Edit[] {
  const bytes = Buffer.from(characters.join(''));
  const at = (index: number): number => Buffer.byteLength(characters.slice(0, index).join(''));
  let from = 0;
  return [...cuts]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([start, length, text]) => {
      // One character between two edits keeps them apart whatever they insert.
      if (start < from || start > characters.length) return [];
      const end = Math.min(start + length, characters.length);
      from = end + 1;
      return [{ file: name, hash: sha256(bytes), start: at(start), end: at(end), text }];
    });
}

function expected({ characters }: RandomFile, edits: readonly Edit[]): Buffer {
  const bytes = Buffer.from(characters.join(''));
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { start, end, text } of edits) {
    pieces.push(bytes.subarray(from, start), Buffer.from(text));
    from = end;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}

it('apply and undo are the identity, and every byte outside the edits stays', async () => {
  const project = await makeProject();
  const write = (files: readonly RandomFile[]): void => {
    rmSync(project.root, { recursive: true });
    for (const { name, characters, mode } of files) {
      const absolute = path.join(project.root, name);
      mkdirSync(path.dirname(absolute), { recursive: true });
      writeFileSync(absolute, characters.join(''));
      chmodSync(absolute, mode);
    }
  };
  const create = fc.option(fc.constantFrom('new.ts', 'sub/new/e.ts', 'x/y/z/.env.local'), { nil: undefined });
  const death = fc.option(fc.tuple(fc.nat(45), fc.constantFrom('killed', 'half', 'full')), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(tree, create, death, async (files, made, ending) => {
      write(files);
      const before = snapshot(project.root);
      const edits = files.flatMap(editsOf);
      const planned = await planPatch([...edits, ...(made ? [newFileEdit(made, 'new\r\n')] : [])], project);
      if (planned.kind === 'refused') {
        expect(planned.reason).toMatch(/nothing to change/);
        return;
      }
      const fs = ending && (ending[1] === 'full' ? fullFs(ending[0]) : dyingFs(ending[0], ending[1] === 'half')).fs;
      const applied = applyPlan(planned, { summary: 'random', ...(fs ? { fs, owner: deadProcess } : {}) });
      if (applied.kind === 'applied') {
        for (const one of files) {
          const now = readFileSync(path.join(project.root, one.name));
          expect(now.equals(expected(one, editsOf(one)))).toBe(true);
        }
        if (made) expect(readFileSync(path.join(project.root, made), 'utf8')).toBe('new\r\n');
      }
      expect(['undone', 'nothing']).toContain(undoLast(project.root).kind);
      expect(snapshot(project.root)).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

/** Edits of env files do what was asked and leave every other byte and value alone. */
import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addEnvEntry,
  bareValue,
  removeEnvEntry,
  renameEnvVariable,
  setEnvValue,
  tidyEnvValue,
} from '../../src/patches/env-edits.ts';
import { applyTextEdits, type TextEdit } from '../../src/patches/text-edits.ts';
import { type EnvFile, parseEnvFile } from '../../src/project/env-file.ts';
import { sourceFromText } from '../../src/project/source-file.ts';

function env(text: string): EnvFile {
  return parseEnvFile(sourceFromText('.env', text), () => {});
}

function outcome(text: string, change: (file: EnvFile) => TextEdit[] | undefined): string | undefined {
  const edits = change(env(text));
  return edits && applyTextEdits(text, edits);
}

describe('setting a value', () => {
  it.each([
    ['A=1\nB=2\n', 'A=x\nB=2\n'],
    ['A = 1 # why\n', 'A=x # why\n'],
    ['export A="1" # why\r\nB=2\r\n', 'export A="x" # why\r\nB=2\r\n'],
    ["\uFEFFA='1'", "\uFEFFA='x'"],
    ['A=\nB=2', 'A=x\nB=2'],
    ['A= # nothing yet\n', 'A=x # nothing yet\n'],
    ['A=old\nB=1\nA=1\n', 'A=old\nB=1\nA=x\n'],
    ['A="1\n2"\nB=2\n', 'A="x"\nB=2\n'],
    ['A: 1\n', 'A=x\n'],
    ['A="1\nB=2\n', 'A=x\nB=2\n'],
    ['A="1" 2\n', 'A=x\n'],
    ['A=1#23 # why\n', 'A=x # why\n'],
    ['A=\n"1"\nB=2\n', 'A="x"\nB=2\n'],
  ])('%j becomes %j', (before, expected) => {
    expect(outcome(before, (file) => setEnvValue(file, 'A', 'x'))).toBe(expected);
  });

  it.each(['a b', 'a#b', ' a', "it's", '"q"', 'a\nb', 'a\\b', '$HOME', '', 'a"b\'c', '`x` "y"', 'https://a.b/c?d=e&f'])(
    'writes %j so that dotenv reads it',
    (value) => {
      for (const before of ['A=1\nB=2', 'A="1"\nB=2', "A='1'\nB=2", 'B=2']) {
        const text = outcome(before, (file) => setEnvValue(file, 'A', value));
        expect([text, text === undefined ? undefined : parse(text)]).toEqual([text, { A: value, B: '2' }]);
      }
    },
  );

  it('gives nothing to do, or up, rather than something else', () => {
    expect(setEnvValue(env('A=x\n'), 'A', 'x')).toEqual([]);
    expect(setEnvValue(env('A=1\n'), 'A', '#\'"`')).toBeUndefined();
    expect(setEnvValue(env('A=1\n'), 'not a name', 'x')).toBeUndefined();
    // The assignments that the open quote swallows would be lost.
    expect(setEnvValue(env('A="1\nB=2\nC="\n'), 'A', 'x')).toBeUndefined();
  });

  it('changes that value alone, for any file', () => {
    const line = fc.constantFrom(
      'A=1',
      'B="2"',
      "export C='3'",
      '# A=9',
      '',
      'A = "x" # y',
      'junk',
      'D=`4`',
      'B: 5',
      'E="1',
      'A=1#2',
      "F='a",
      '\uFEFF',
    );
    const file = fc
      .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
      .map(([all, ending]) => all.join(ending));
    fc.assert(
      fc.property(
        file,
        fc.constantFrom('A', 'B', 'NEW'),
        fc.constantFrom('x', 'a b', '"', 'p#q', 'l\nm'),
        (text, name, value) => {
          const changed = outcome(text, (parsed) => setEnvValue(parsed, name, value));
          if (changed !== undefined) expect({ ...parse(changed) }).toEqual({ ...parse(text), [name]: value });
          // Every line but those of the entry itself and of its namesakes is still there.
          const entry = env(text).entries.findLast((one) => one.name === name);
          const others = text.split(/\r?\n/).filter((line) => line !== '' && !line.includes(name) && !entry?.raw.includes(line));
          for (const line of others) expect(changed ?? text).toContain(line);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('adding a variable', () => {
  it.each([
    ['', 'SCALEKIT_X=1\n'],
    ['\uFEFF', '\uFEFFSCALEKIT_X=1\n'],
    ['A=1\n', 'A=1\nSCALEKIT_X=1\n'],
    ['A=1', 'A=1\nSCALEKIT_X=1'],
    ['A=1\r\nB=2\r\n', 'A=1\r\nB=2\r\nSCALEKIT_X=1\r\n'],
    ['# x\nSCALEKIT_ID=2 # id\nB=3\n', '# x\nSCALEKIT_ID=2 # id\nSCALEKIT_X=1\nB=3\n'],
    ['B=3\nSCALEKIT_ID=2', 'B=3\nSCALEKIT_ID=2\nSCALEKIT_X=1'],
    ['export A="1"\nexport B="2"\n', 'export A="1"\nexport B="2"\nexport SCALEKIT_X="1"\n'],
    ["A='1'\nB='2'\n", "A='1'\nB='2'\nSCALEKIT_X='1'\n"],
    ['SCALEKIT_A="1\n2"\nB=3\n', 'SCALEKIT_A="1\n2"\nSCALEKIT_X="1"\nB=3\n'],
  ])('%j becomes %j', (before, expected) => {
    expect(outcome(before, (file) => addEnvEntry(file, 'SCALEKIT_X', '1'))).toBe(expected);
  });
});

describe('renaming, tidying and removing', () => {
  it('renames every assignment, and not onto a name that is taken', () => {
    const rename = (file: EnvFile) => renameEnvVariable(file, 'SCALEKIT_ENV_URL', 'SCALEKIT_ENVIRONMENT_URL');
    expect(outcome('SCALEKIT_ENV_URL=a\n# SCALEKIT_ENV_URL\nexport SCALEKIT_ENV_URL="b"', rename)).toBe(
      'SCALEKIT_ENVIRONMENT_URL=a\n# SCALEKIT_ENV_URL\nexport SCALEKIT_ENVIRONMENT_URL="b"',
    );
    expect(outcome('SCALEKIT_ENV_URL=a\nSCALEKIT_ENVIRONMENT_URL=b', rename)).toBeUndefined();
    expect(outcome('A=1', rename)).toBeUndefined();
  });

  it.each([
    ['A="\'x\'"\n', 'A="x"\n'],
    ["A=' x '\n", "A='x'\n"],
    ['A=“x”\n', 'A=x\n'],
    ['A="x\n', 'A=x\n'],
    ['A="x\\n"\n', 'A="x"\n'],
    ['A=\u200Bx\u00A0\n', 'A=x\n'],
    ['A : x\n', undefined],
    ['A: x\n', 'A=x\n'],
    ['A=x\n', undefined],
  ])('tidies %j into %j', (before, expected) => {
    expect(outcome(before, (file) => tidyEnvValue(file, 'A'))).toBe(expected);
  });

  it('takes quotes and white space off both ends in time that grows with the length', () => {
    expect(bareValue(' "\'a b\'" ')).toBe('a b');
    const started = performance.now();
    bareValue(`a${' '.repeat(100_000)}b${'"'.repeat(100_000)}c`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('removes an assignment with its line', () => {
    const removeFirst = (file: EnvFile) => removeEnvEntry(file, file.entries[0]!);
    expect(outcome('\uFEFFA=1\r\nB=2\r\n', removeFirst)).toBe('\uFEFFB=2\r\n');
    expect(outcome('# c\nexport A="1\n2" # x\nB=2', removeFirst)).toBe('# c\nB=2');
    expect(outcome('A=1', removeFirst)).toBe('');
  });
});

/** Every row of the table of codes is whole: what its fields may hold, and that a text of nothing but the code finds it. */
import { describe, expect, it } from 'vitest';
import { codeEntries } from '../../src/intake/codes/table.ts';
import { recognise } from '../../src/intake/index.ts';
import { problems } from '../../src/problems/index.ts';
import { createRedactor } from '../../src/redaction/redactor.ts';

const rows = codeEntries();
const causesOf = new Map<string, readonly string[]>(problems.map(({ id, causes }) => [id, causes.map((cause) => cause.id)]));

describe('the table of codes', () => {
  it('has a vendor, a side, a sentence and a next step in every row', () => {
    const odd = rows.filter(
      ({ vendor, side, title, next, docs, whose }) =>
        !/^[a-z0-9-]+$/.test(vendor) ||
        !['app', 'network', 'idp', 'scalekit'].includes(side) ||
        !['exact', 'own', 'oauth', 'common'].includes(whose) ||
        !/^\S.{8,160}[^.\s]$/.test(title) ||
        !/^\S.{8,400}[.?]$/.test(next) ||
        !docs.startsWith('https://'),
    );
    expect(odd.map(({ code }) => code)).toEqual([]);
  });

  it('says nothing that our own masking takes for a secret', () => {
    const { redact } = createRedactor();
    const masked = rows
      .flatMap(({ title, meaning, next }) => [title, meaning ?? '', next])
      .filter((sentence) => redact(sentence) !== sentence);
    expect(masked).toEqual([]);
  });

  it('names problems and causes of the registry', () => {
    const odd = rows.filter(
      ({ problems: named, cause }) =>
        named.some((problem) => !causesOf.has(problem)) || (cause !== undefined && !causesOf.get(named[0])?.includes(cause)),
    );
    expect(odd.map(({ code, problems: [problem], cause }) => `${code}: ${problem}/${cause}`)).toEqual([]);
  });

  it('has each code once, and the words that must stand near in lower case', () => {
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(rows.flatMap(({ near }) => near ?? []).filter((word) => word !== word.toLowerCase())).toEqual([]);
  });

  it('finds each exact spelling beside its company', () => {
    const lost = rows
      .filter(({ whose }) => whose === 'exact')
      .flatMap(({ code, also, near, title }) =>
        (also ?? [code])
          .map((spelling) => `${spelling} ${near === undefined ? '' : near[0]}`)
          .filter((text) => !recognise(text).pointers.some((pointer) => pointer.code?.title === title))
          .map((text) => `${code} ← ${text}`),
      );
    expect(lost).toEqual([]);
  });

  it.each([
    ['JSON in JSON', (text: string) => JSON.stringify({ log: JSON.stringify({ msg: text, level: 'error' }) })],
    ['a log line', (text: string) => `2026-05-04T10:11:12.123Z ERROR [auth] login failed: ${text}`],
    ['a field of a log', (text: string) => `time=2026-05-04T10:11:12Z level=error err="${text.replaceAll('"', '\\"')}"`],
    [
      'the query of a callback',
      (text: string) => `https://crm.acme.test/cb?error=failed&error_description=${encodeURIComponent(text)}`,
    ],
    ['a question', (text: string) => `Since yesterday our customer sees "${text}" and cannot log in. What does it mean?`],
  ])('finds nearly every exact row in %s too, and nothing else as likely', (_, wrap) => {
    const exact = rows.filter(({ whose }) => whose === 'exact');
    const lost = exact.filter(({ code, also, near, title, vague }) => {
      const { pointers } = recognise(wrap(`${also?.[0] ?? code}${near === undefined ? '' : ` (${near[0]})`}`));
      const others = pointers.filter((pointer) => pointer.strength === 'likely' && pointer.code?.title !== title);
      return !pointers.some((pointer) => pointer.code?.title === title) || (!vague && others.length > 0);
    });
    expect({ enough: lost.length <= exact.length / 100, lost: lost.map(({ code }) => code) }).toMatchObject({ enough: true });
  });
});

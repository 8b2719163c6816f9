/** Every row of the table of codes is whole: what its fields may hold, and that a text of nothing but the code finds it. */
import { describe, expect, it } from 'vitest';
import { codeEntries } from '../../src/intake/codes/table.ts';
import { recognise } from '../../src/intake/index.ts';
import { problems } from '../../src/problems/index.ts';

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
});

/**
 * The third set, over the way that `explain` goes: recognised with the registry's symptoms, then made findings. As written, before any
 * change, the right problem came first for 243 of its 333 sentences (73 %), all of it was kept and nothing else likely for 19 of 23 mails
 * and 53 of 61 pastes, and 9 of 113 foreign texts were claimed. The classes behind the misses were then closed. Its sentences have
 * become examples (`src/intake/examples/`); the sets that were written after hold the figure.
 */
import { describe, expect, it } from 'vitest';
import { asked, kept } from '../asked.ts';
import { thirdVague } from '../sentences-vague.ts';
import { thirdPasted } from './artefacts.ts';
import { thirdDocuments } from './artefacts-documents.ts';
import { thirdForeign } from './foreign.ts';
import { thirdMails } from './mails.ts';

describe('the third held-out set', () => {
  it('keeps everything that a mail or a list names', () => {
    expect(thirdMails.filter(([problems, text]) => !kept(text, problems)).map(([, text]) => text)).toEqual([]);
  });

  it.each([...thirdPasted, ...thirdDocuments])('recognises $name', ({ text, expect: problems, kinds = [] }) => {
    const { findings, artefacts } = asked(text);
    expect(artefacts).toEqual(expect.arrayContaining([...kinds]));
    const named = findings.map(({ problem }) => problem);
    expect(named).toEqual(expect.arrayContaining([...problems]));
    if (problems.length > 0) expect(problems).toContain(named[0]);
  });

  it('has something to say about words that are vague', () => {
    const silent = thirdVague.filter(([text, among]) => !asked(text).findings.some(({ problem }) => problem === among));
    expect(silent.map(([text]) => text)).toEqual([]);
  });

  it('claims nothing of other people’s troubles', () => {
    expect(thirdForeign.filter((text) => asked(text).findings.length > 0)).toEqual([]);
  });
});

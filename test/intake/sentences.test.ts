/** Sentences in the users' own words, and what is none of ours. */
import { describe, expect, it } from 'vitest';
import { examples } from '../../src/intake/examples/index.ts';
import { recognise } from '../../src/intake/index.ts';
import { heldOutForeign, heldOutSentences, heldOutVague } from './sentences-held-out.ts';
import { secondForeign, secondMultiple, secondSentences } from './sentences-second-held-out.ts';
import { moreVague, vagueSentences } from './sentences-vague.ts';

const pointed = (text: string): string[] => recognise(text).pointers.map(({ problem }) => problem);

describe('sentences', () => {
  const ours = examples().filter(({ problem }) => problem !== undefined);
  const problems = [...new Set(ours.map(({ problem }) => problem ?? ''))];

  it.each(problems)('that stand as examples of %s are recognised', (problem) => {
    const all = ours.filter((example) => example.problem === problem);
    const wrong = all.filter(({ text }) => pointed(text)[0] !== problem).map(({ text }) => text);
    expect({ few: wrong.length <= all.length * 0.05 + 1, wrong }).toMatchObject({ few: true });
  });

  it('that are vague get several guesses, none of them likely', () => {
    const wrong = [...vagueSentences, ...moreVague].filter(([sentence, among]) => {
      const { pointers } = recognise(sentence);
      return !pointers.some(({ problem }) => problem === among) || pointers.some(({ strength }) => strength === 'likely');
    });
    expect(wrong).toEqual([]);
  });

  it.each(examples().flatMap(({ problem, text }) => (problem === undefined ? [text] : [])))(
    '“%s” is none of ours',
    (sentence) => {
      const { pointers, nothingOfOurs } = recognise(sentence);
      expect(pointers).toEqual([]);
      expect(nothingOfOurs).toMatch(/\w/);
    },
  );

  it('never point to getting help', () => {
    expect(pointed('I need help with Scalekit, where is the documentation?')).not.toContain('getting-help');
  });

  it('that were held out are recognised nine times in ten', () => {
    const all = Object.entries(heldOutSentences).flatMap(([problem, list]) => list.map((sentence) => ({ problem, sentence })));
    const missed = all.filter(({ problem, sentence }) => !pointed(sentence).includes(problem));
    const missedVague = heldOutVague.filter(([sentence, among]) => !pointed(sentence).includes(among));
    expect({ share: (missed.length + missedVague.length) / (all.length + heldOutVague.length) < 0.1, missed }).toMatchObject({
      share: true,
    });
  });

  it('of the second held-out set are recognised more than nine times in ten', () => {
    const all = Object.entries(secondSentences).flatMap(([problem, list]) => list.map((sentence) => ({ problem, sentence })));
    const missed = all.filter(({ problem, sentence }) => !pointed(sentence).includes(problem));
    expect({ share: missed.length / all.length < 0.07, missed }).toMatchObject({ share: true });
  });

  it.each(secondMultiple)('“%s” keeps everything that it names', (text, problems) => {
    expect(pointed(text)).toEqual(expect.arrayContaining([...problems]));
  });

  it('of the second held-out set that are none of ours are not claimed', () => {
    expect(secondForeign.filter((sentence) => pointed(sentence).length > 0)).toEqual([]);
  });

  it('that were held out and are none of ours are not claimed', () => {
    expect(heldOutForeign.filter((sentence) => pointed(sentence).length > 0)).toEqual([]);
  });
});

describe('two things in one sentence', () => {
  it.each([
    ['login works fine but the groups from okta do not sync', 'group-sync'],
    ['webhooks arrive without problems but the signature check fails', 'signature-verification'],
    ['users are provisioned correctly, however their groups are missing', 'group-sync'],
    ['SSO funktioniert, aber die Webhooks kommen nicht an', 'not-received'],
    ['el login funciona bien pero los webhooks no llegan', 'not-received'],
    ['login theek hai lekin webhook nahi aa rahe', 'not-received'],
    ['ログインは正常にできるが、Webhookが届かない', 'not-received'],
  ])('“%s” is about %s alone', (sentence, problem) => {
    expect(pointed(sentence)).toEqual([problem]);
  });

  it('keeps both where both are broken', () => {
    expect(pointed('webhooks never arrive. And users are logged out after five minutes.').sort()).toEqual([
      'expires-too-quickly',
      'not-received',
    ]);
  });
});

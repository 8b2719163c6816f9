/** Finds every secret of a text, stage after stage: known values, structure, patterns, what is encoded, what is random, people. Pure. */
import { type Subject, utf8 } from './bytes.ts';
import { type Finding, mergeFindings, type Range, type Ranges, rangesOf, type Stage } from './finding.ts';
import { createEchoes } from './known/echoes.ts';
import { createKnownValues } from './known/known.ts';
import { openText } from './known/open-text.ts';
import { rejoined } from './known/rejoined.ts';
import { type Stripped, stripped } from './known/stripped.ts';
import { findAnchored } from './patterns/anchored.ts';
import { findMaintained } from './patterns/maintained.ts';
import { pseudonymsIn } from './pseudonyms.ts';
import { findPrivateJwks, findPrivateKeys, findSamlSecrets, publicBlocks } from './structure/blocks.ts';
import { findClientSecrets } from './structure/clients.ts';
import { findCommandPasswords } from './structure/commands.ts';
import { findFields } from './structure/fields.ts';
import { findForeign } from './structure/foreign.ts';
import { findHandedOver } from './structure/handed-over.ts';
import { findLinks } from './structure/links.ts';
import { findPositional } from './structure/positional.ts';
import type { FoundValue, Report } from './structure/report.ts';
import { findCommandLines, findUserInfo } from './structure/urls.ts';
import { findEscaped, type Hidden, hiddenIn } from './tokens/encoded.ts';
import { endOverLines } from './tokens/over-lines.ts';
import { findPeople } from './tokens/people.ts';
import { findSamlPeople } from './tokens/saml-people.ts';
import { findWords } from './tokens/words.ts';
import { type Hits, hitsIn } from './triggers.ts';

export interface Engine {
  learn(value: string): void;
  /** In order, without overlaps. */
  find(subject: Subject): Finding[];
}

const DEEPEST = 4;

export function createEngine(): Engine {
  const known = createKnownValues();
  const echoes = createEchoes();

  const findKnown = (subject: Subject, named: Ranges, findings: Finding[]): void =>
    known.find(subject, ({ start, end, value, form }) => {
      if (named.endAt(start) >= end) return;
      findings.push({ start, end, stage: 'known', kind: 'known', rule: `known:${form}`, value: utf8(value).toString('latin1') });
    });

  const find = (subject: Subject, depth: number, hits = hitsIn(subject)): Finding[] => {
    const { text } = subject;
    const findings: Finding[] = [];
    const pseudonyms = pseudonymsIn(text, hits);
    const named = rangesOf(pseudonyms);
    const untouched = ordered([...pseudonyms, ...publicBlocks(text, hits)]);
    const isPublic = rangesOf(untouched);
    // White space round a value is no secret, and in the difference that takes it away it is all there is to see.
    const put = (stage: Stage, { start: from, end: to, kind, rule }: FoundValue): void => {
      const [start, end] = trimmed(text, from, to);
      if (end <= start || isPublic.endAt(start) >= end) return;
      // `sk_test_xxxxxxxx`: begins as one, and goes on as a placeholder.
      if (stage === 'pattern' && end - start < 128 && /([xX*])\1{7}/.test(text.slice(start, end))) return;
      findings.push({ start, end, stage, kind, rule, value: openText(text.slice(start, end)) });
    };
    const report = (stage: Stage): Report => ({ add: (found) => put(stage, found), isTaken: (at) => isPublic.endAt(at) >= 0 });

    findKnown(subject, named, findings);
    const lookInside = (inner: Subject): Hidden | undefined => surest(find(inner, depth + 1));
    const putHidden = (start: number, end: number, hidden: Hidden | undefined): boolean => {
      if (hidden === undefined) return false;
      const { kind, rule, value, isKnown } = hidden;
      findings.push({ start, end, stage: isKnown ? 'known' : 'encoded', kind, rule: `encoded:${rule}`, value });
      return true;
    };
    if (depth < DEEPEST) findEscaped(text, hits, (start, end, inner) => putHidden(start, end, lookInside(inner)));
    const structure = report('structure');
    findFields(subject, hits, structure);
    findPrivateKeys(text, hits, structure);
    findPrivateJwks(text, hits, structure);
    findSamlSecrets(text, hits, structure);
    findUserInfo(text, hits, structure);
    findCommandLines(text, hits, structure);
    findLinks(text, hits, structure);
    findCommandPasswords(subject, hits, structure);
    findClientSecrets(text, hits, structure);
    findPositional(text, hits, structure);
    findForeign(text, hits, structure);
    findHandedOver(text, hits, structure);
    findAnchored(text, hits, report('pattern'));

    const own = rangesOf(ordered([...untouched, ...mergeFindings(findings)]));
    if (depth === 0) findMaintained(text, hits, own.overlaps, report('pattern'));
    const taken = ordered([...untouched, ...mergeFindings(findings)]);
    findWords(subject, hits, {
      patterns: report('pattern'),
      entropy: report('entropy'),
      decoded: (start, end) => (depth < DEEPEST ? putHidden(start, end, hiddenIn(text, start, end, lookInside)) : false),
      taken: rangesOf(taken),
    });
    if (depth === 0) {
      findPeople(text, hits, report('person'));
      findSamlPeople(text, hits, report('person'));
    }
    for (const [index, finding] of findings.entries()) {
      if (finding.stage === 'known' || finding.stage === 'person') continue;
      const end = endOverLines(text, finding.start, finding.end);
      if (end > finding.end && !isPublic.overlaps(finding.end, end))
        findings[index] = { ...finding, end, value: openText(text.slice(finding.start, end)) };
    }
    echoes.find(subject, findings, (echo) => {
      if (isPublic.endAt(echo.start) < echo.end) findings.push(echo);
    });
    return mergeFindings(findings);
  };
  return {
    learn: (value) => known.learn(value.trim()),
    find: (subject) => {
      const { until = subject.bytes.length } = subject;
      const findings = through(subject, [stripped, rejoined]);
      return until < subject.bytes.length ? findings.filter(({ start }) => start < until) : findings;
    },
  };

  /** In the text as the views show it, one after the other. */
  function through(subject: Subject, views: readonly ((subject: Subject, hits: Hits) => Stripped | undefined)[]): Finding[] {
    const hits = hitsIn(subject);
    for (const [index, view] of views.entries()) {
      const plain = view(subject, hits);
      if (plain === undefined) continue;
      const { original } = plain;
      const found = through(plain.subject, views.slice(index + 1)).map((finding) => ({
        ...finding,
        start: original(finding.start),
        end: original(finding.end - 1) + 1,
      }));
      // What was known may look like what the view undoes.
      findKnown(subject, rangesOf(pseudonymsIn(subject.text, hits)), found);
      return mergeFindings(found);
    }
    return find(subject, 0, hits);
  }
}

/** Merged, so that one can be looked up by its end. */
function ordered(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}

/** Without the white space at both ends. */
function trimmed(text: string, from: number, to: number): [start: number, end: number] {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return [start, end];
}

function surest(findings: readonly Finding[]): Hidden | undefined {
  const found = findings.find((finding) => finding.stage === 'known') ?? findings.find((finding) => finding.stage !== 'entropy');
  return found && { kind: found.kind, rule: found.rule, value: found.value, isKnown: found.stage === 'known' };
}

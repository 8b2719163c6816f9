/** The patterns of secretlint's recommended preset, run as its maintainers wrote them, for what our own rules do not know. Reads no file. Pure. */
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Report } from '../structure/report.ts';
import { type Hits, type Trigger, trigger } from '../triggers.ts';
import { maintainedSigns } from './maintained-signs.ts';

/** Rules without their messages: only the places are asked for. */
type Rule = (typeof rules)[number];
type Context = Parameters<Rule['create']>[0];
type Source = Parameters<NonNullable<ReturnType<Rule['create']>['file']>>[0];

/** A rule that is slow on hostile text is slow on no more than this; a secret on the edge of two pieces stands whole in one of them. */
const PIECE = 64 * 1024;
const OVERLAP = 2 * 1024;
const LONGEST = 8 * 1024;

/** Blocks and addresses are ours: there the preset takes the line, not the secret. Files of Google's accounts are read whole only; a comment may not ask to keep anything. */
const isUsed = ({ meta }: Rule): boolean =>
  meta.type === 'scanner' && !/privatekey|basicauth|database|gcp|filter-comments/.test(meta.id);

interface Check {
  readonly id: string;
  readonly file: ReturnType<Rule['create']>['file'];
  /** Absent: nothing is known of what the rule looks for. */
  readonly signs: readonly { readonly trigger: Trigger; readonly before: number; readonly behind: number }[] | undefined;
}

let found: ((start: number, end: number) => void) | undefined;

const checks: readonly Check[] = rules.filter(isUsed).map((rule) => {
  const context: Context = {
    sharedOptions: {},
    createTranslator: () => () => ({ message: '', messageId: '', data: undefined as never }),
    report: ({ range }) => found?.(range[0], range[1]),
    ignore: () => undefined,
  };
  const id = rule.meta.id.replace('@secretlint/secretlint-rule-', '');
  const signs = maintainedSigns[id]?.map(({ texts, ignoreCase = false, before, behind }) => ({
    trigger: trigger(texts, { ignoreCase }),
    before,
    behind,
  }));
  return { id, file: rule.create(context, {}).file, signs };
});

/** Rules that are run on all of a text, because nothing is known of what they look for. */
export const unknownRules: readonly string[] = checks.flatMap(({ id, signs }) => (signs === undefined ? [id] : []));

export function findMaintained(text: string, hits: Hits, isTaken: (start: number, end: number) => boolean, report: Report): void {
  for (const { id, file, signs } of checks) {
    const run = (from: number, to: number): void => {
      found = (start, end) => {
        const place = { start: from + start, end: from + end };
        if (end - start <= LONGEST && !isTaken(place.start, place.end))
          report.add({ ...place, kind: id.replace(/\W/g, '_'), rule: `secretlint:${id}` });
      };
      file?.(sourceOf(text.slice(from, to)));
    };
    for (const { trigger: sign, before, behind } of signs ?? []) runAround(hits.of(sign), { before, behind }, text.length, run);
    if (signs === undefined) runAround([0], { before: 0, behind: text.length }, text.length, run);
  }
  found = undefined;
}

/** Over the text round the places, each part of it once. */
function runAround(
  places: readonly number[],
  { before, behind }: { readonly before: number; readonly behind: number },
  length: number,
  run: (from: number, to: number) => void,
): void {
  for (let index = 0; index < places.length; ) {
    const from = Math.max(0, (places[index] as number) - before);
    let to = (places[index] as number) + behind;
    for (index++; index < places.length && (places[index] as number) - before <= to; index++)
      to = Math.max(to, (places[index] as number) + behind);
    to = Math.min(to, length);
    for (let at = from; at < to; at += PIECE) run(Math.max(from, at - OVERLAP), Math.min(to, at + PIECE));
  }
}

/** Nothing but its text: with a path a rule might read the file. */
function sourceOf(content: string): Source {
  const none = (): never => {
    throw new Error('only the text is there');
  };
  return {
    content,
    hasBOM: false,
    filePath: undefined,
    physicalFilePath: undefined,
    contentType: 'text',
    ext: '.txt',
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    locationToRange: none,
    rangeToLocation: none,
    positionToIndex: none,
    indexToPosition: none,
  };
}

/** The patterns of secretlint's recommended preset, run as its maintainers wrote them, for what our own rules do not know. Reads no file. Pure. */
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Report } from '../structure/report.ts';

/** Rules without their messages: only the places are asked for. */
type Rule = (typeof rules)[number];
type Context = Parameters<Rule['create']>[0];
type Source = Parameters<NonNullable<ReturnType<Rule['create']>['file']>>[0];

/** A rule that is slow on hostile text is slow on no more than this; a secret on the edge of two pieces stands whole in one of them. */
const PIECE = 64 * 1024;
const OVERLAP = 2 * 1024;
const LONGEST = 8 * 1024;

/** Blocks and addresses are ours: there the preset takes the line, not the secret. Its filter of comments would keep what a comment asks to keep. */
const isUsed = ({ meta }: Rule): boolean => meta.type === 'scanner' && !/privatekey|basicauth|database/.test(meta.id);

let found: ((start: number, end: number) => void) | undefined;

const checks = rules.filter(isUsed).map((rule) => {
  const context: Context = {
    sharedOptions: {},
    createTranslator: () => () => ({ message: '', messageId: '', data: undefined as never }),
    report: ({ range }) => found?.(range[0], range[1]),
    ignore: () => undefined,
  };
  const id = rule.meta.id.replace('@secretlint/secretlint-rule-', '');
  return { id, file: rule.create(context, {}).file };
});

export function findMaintained(text: string, isTaken: (start: number, end: number) => boolean, report: Report): void {
  for (let from = 0; from < text.length; from += PIECE) {
    const piece = text.slice(Math.max(0, from - OVERLAP), from + PIECE);
    const offset = Math.max(0, from - OVERLAP);
    for (const { id, file } of checks) {
      found = (start, end) => {
        const place = { start: offset + start, end: offset + end };
        if (end - start <= LONGEST && !isTaken(place.start, place.end))
          report.add({ ...place, kind: id.replace(/\W/g, '_'), rule: `secretlint:${id}` });
      };
      file?.(sourceOf(piece));
    }
  }
  found = undefined;
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

/** How text may be set off. Faces hand in colours; the default has none, so that a pipe and NO_COLOR read the same words. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly add: (text: string) => string;
  readonly remove: (text: string) => string;
}

const same = (text: string): string => text;
export const noStyle: Style = { bold: same, dim: same, bad: same, good: same, warn: same, add: same, remove: same };

const sgr =
  (open: number, close: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;

/** The sixteen colours every terminal has. */
export const ansiStyle: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  bad: sgr(31, 39),
  good: sgr(32, 39),
  warn: sgr(33, 39),
  add: sgr(32, 39),
  remove: sgr(31, 39),
};

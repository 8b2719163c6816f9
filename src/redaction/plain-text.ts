/** Makes text from outside fit to be shown: no escape sequences, no control, bidirectional or zero-width characters, no endless lines. Pure. */

const sequences = new RegExp(
  [
    '\\u001b\\][^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?', // OSC: titles, links, the clipboard
    '\\u001b[PX^_][^\\u001b\\u009c]*(?:\\u001b\\\\|\\u009c)?', // DCS, SOS, PM, APC
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?', // CSI: colours, cursor, screen
    '\\u001b[ -/]*[0-~]?', // the rest of ECMA-35
  ].join('|'),
  'g',
);
/** Fillers and tags as well: text that nobody sees is not for a screen, nor for whoever reads the screen. */
const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;

export interface PlainTextOptions {
  /** In UTF-16 units; the rest becomes `…`. 10,000 where nothing is given. */
  readonly maxLength?: number;
  /** Otherwise line breaks and tabs become spaces. */
  readonly keepNewlines?: boolean;
}

export function plainText(text: string, options: PlainTextOptions = {}): string {
  const maxLength = options.maxLength ?? 10_000;
  // What is cut off anyway need not be looked at; sequences can be longer than what they leave behind.
  const head = text.slice(0, maxLength * 4 + 1_000);
  const bare = head.replace(sequences, '').replace(controls, '');
  const flat = options.keepNewlines ? bare.replace(/\r\n?/g, '\n') : bare.replace(/[\r\n\t]+/g, ' ');
  return flat.length > maxLength || head.length < text.length ? `${flat.slice(0, Math.max(0, maxLength - 1))}…` : flat;
}

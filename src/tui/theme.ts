/** Tones as Ink styles. Marks and words say the same, so that nothing is lost without colour. */
import type { Tone } from '../wizard/views/line.ts';

export interface InkStyle {
  readonly color?: string;
  readonly dimColor?: boolean;
  readonly bold?: boolean;
}

const colours: Readonly<Record<Tone, InkStyle>> = {
  plain: {},
  dim: { dimColor: true },
  bold: { bold: true },
  good: { color: 'green' },
  bad: { color: 'red' },
  warn: { color: 'yellow' },
  add: { color: 'green' },
  remove: { color: 'red' },
  accent: { color: 'cyan' },
};

const withoutColour: Readonly<Record<Tone, InkStyle>> = {
  ...(Object.fromEntries(Object.keys(colours).map((tone) => [tone, {}])) as Record<Tone, InkStyle>),
  bold: { bold: true },
};

export function themeFor(colour: boolean): Readonly<Record<Tone, InkStyle>> {
  return colour ? colours : withoutColour;
}

/** The support bundle before it is written, entry by entry. Pure. */
import type { Stage } from '../session.ts';
import { blank, line, option, type Screen } from './line.ts';

export function bundleScreen(stage: Extract<Stage, { readonly kind: 'bundle' }>): Screen {
  const { preview, selected, dropped, keepsPeople } = stage;
  if (!preview) return { title: 'Collecting the support bundle …', lines: [] };
  const kept = preview.entries.filter(({ name }) => !dropped.includes(name));
  const bytes = kept.reduce((sum, entry) => sum + entry.bytes, 0);
  return {
    title: `Support bundle: ${kept.length} files, ${size(bytes)}`,
    lines: [
      line('Everything in it is shown here, secrets masked. Nothing is sent: you mail it yourself.', 'dim'),
      ...(keepsPeople ? [line('Names and addresses in decoded claims stay, as you asked.', 'dim')] : []),
      blank,
      ...preview.entries.map((entry, index) => {
        const isDropped = dropped.includes(entry.name);
        return {
          ...line(
            `${index === selected ? '❯' : ' '} ${isDropped ? '[ ]' : '[x]'} ${entry.name.padEnd(28)} ${size(entry.bytes)}`,
            isDropped ? 'dim' : index === selected ? 'bold' : 'plain',
            6,
          ),
          selected: index === selected,
        };
      }),
      blank,
      line('To: support@scalekit.com', 'plain'),
      line(`Subject: ${preview.subject}`, 'plain', 9),
      ...preview.body.split('\n').map((text) => line(text, 'dim')),
    ],
  };
}

export function bundleNameScreen({ taken, text, selected }: Extract<Stage, { readonly kind: 'bundle-name' }>): Screen {
  return {
    title: 'A file of that name is there already',
    lines: [
      line(taken.name, 'bold'),
      blank,
      line('Another name: type it, or take this one.', 'dim'),
      line(`❯ ${text}▏`, 'accent', 2),
      blank,
      ...waysOfWriting({ taken, text }).map((label, index) => option(label, index === selected)),
    ],
  };
}

export function waysOfWriting({
  taken,
  text,
}: Pick<Extract<Stage, { readonly kind: 'bundle-name' }>, 'taken' | 'text'>): string[] {
  return [`Write it as ${text.trim() || '…'}`, `Write over ${taken.name}`];
}

type EntryStage = Extract<Stage, { readonly kind: 'entry' }>;
const entries = new WeakMap<EntryStage, Screen>();

/** An entry can be long and is scrolled through: its lines are made once. */
export function entryScreen(stage: EntryStage): Screen {
  const known = entries.get(stage);
  if (known) return known;
  const screen = { title: stage.name, lines: stage.text.split('\n').map((text) => line(text)) };
  entries.set(stage, screen);
  return screen;
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`;
}

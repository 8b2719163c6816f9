/** The support bundle before it is written, entry by entry. Pure. */
import type { Session, Stage } from '../session.ts';
import { blank, line, type Screen } from './line.ts';

export function bundleScreen(stage: Extract<Stage, { readonly kind: 'bundle' }>): Screen {
  const { preview, selected, dropped, said } = stage;
  if (!preview) return { title: 'Collecting the support bundle …', lines: [] };
  const kept = preview.entries.filter(({ name }) => !dropped.includes(name));
  const bytes = kept.reduce((sum, entry) => sum + entry.bytes, 0);
  return {
    title: `Support bundle: ${kept.length} files, ${size(bytes)}`,
    lines: [
      line('Everything in it is shown here, secrets masked. Nothing is sent: you mail it yourself.', 'dim'),
      ...(said === '' ? [] : [line(said, 'good')]),
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

export function entryScreen(stage: Extract<Stage, { readonly kind: 'entry' }>, _session: Session): Screen {
  return {
    title: stage.name,
    lines: stage.text
      .split('\n')
      .slice(0, 20_000)
      .map((text) => line(text)),
  };
}

function size(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`;
}

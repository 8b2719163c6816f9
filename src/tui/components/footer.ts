/** The hints under every screen, from the table of keys: as many as fit, the way back and the way out always. Pure. */
import { bindings } from '../../wizard/keys.ts';
import type { Session } from '../../wizard/session.ts';

export function footerText(session: Session, width: number): string {
  const all = bindings(session).filter((binding) => !binding.quiet);
  const hints = all.map(({ shown, label }) => `${shown} ${label}`);
  const last = hints.filter((_, index) => ['Esc', 'q', '?'].includes(all[index]?.shown ?? ''));
  const first = hints.filter((hint) => !last.includes(hint));
  const exit = last.some((hint) => hint.startsWith('q ')) ? last : [...last, 'Ctrl-C leave'];
  while (first.length > 0 && joined([...first, ...exit]).length > width) first.pop();
  const text = joined([...first, ...exit]);
  return text.length > width ? joined(exit.map((hint) => hint.split(' ').slice(0, 2).join(' '))).slice(0, width) : text;
}

function joined(hints: readonly string[]): string {
  return hints.join(' · ');
}

/** The logins that failed, as Scalekit recorded them. Pure. */
import type { Stage } from '../session.ts';
import { blank, line, option, type Screen } from './line.ts';

export function failedLoginsScreen({ listed, selected }: Extract<Stage, { readonly kind: 'failed-logins' }>): Screen {
  if (!listed) return { title: 'Reading Scalekit’s record of logins …', lines: [] };
  if (!listed.ok) {
    return {
      title: 'The record of logins could not be read',
      lines: [line(listed.reason, 'warn'), blank, line('Go back and paste the error, or look at everything.')],
    };
  }
  if (listed.logins.length === 0) {
    return {
      title: 'No login has failed',
      lines: [
        line('Scalekit’s record has no failed login of this environment.'),
        line('A login that never reached Scalekit, or was refused on its own page, is not in it.', 'dim'),
      ],
    };
  }
  return {
    title:
      listed.logins.length === 1 ? 'One login failed' : `The last ${listed.logins.length} logins that failed, the newest first`,
    lines: listed.logins.map(({ title }, index) => option(title, index === selected)),
  };
}

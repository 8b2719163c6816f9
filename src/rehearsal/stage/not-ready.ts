/** Why the app could not be asked, in a sentence. */
import type { AppChild } from './child.ts';
import { goTrouble } from './go-trouble.ts';
import { missingPackage } from './missing-package.ts';
import type { StagePlan } from './plan.ts';
import type { Ready } from './ready.ts';

export function reasonOf({ start, port }: StagePlan, child: AppChild, ready: Exclude<Ready, { kind: 'ready' }>): string {
  switch (ready.kind) {
    case 'ended': {
      const how = child.ending();
      const code =
        how?.failed === 'ENOENT' ? ': there is no such program' : how?.code === undefined ? '' : ` with exit code ${how.code}`;
      const missing = missingPackage(start, child.output()) ?? goTrouble(start, child.output(), how?.failed === 'ENOENT');
      return `${start.shown} ended before it answered${code}.${missing === undefined ? '' : ` ${missing}`}`;
    }
    case 'never-listened':
      return `${start.shown} runs, and listens on no port.`;
    case 'no-http':
      return `${start.shown} listens on port ${ready.ports.join(', ')}, and does not answer HTTP there.`;
    case 'stranger':
      return `Port ${port} belongs to another program${ready.name ? ` (${ready.name}, process ${ready.pid})` : ''}: it is left alone, and the app is not there.`;
    case 'interrupted':
      return 'The run was ended before the app answered.';
  }
}

/** The end of what the app wrote, without the frames of stack traces, which would leave no room for what they are about. */
export function lastWritten(output: string, most = 12): string[] {
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => !/^\s+(?:at [\w$.@/<>-]+\(.*\)|\.\.\. \d+ (?:more|common frames omitted))/.test(line));
  return lines.join('') === '' ? [] : lines.slice(-most);
}

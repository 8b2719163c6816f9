/** Which of a directory's bearer tokens still count. Pure. */
import type { SeenDirectory } from '../../../probes/directories.ts';

export type TokenState = 'usable' | 'expired' | 'inactive' | 'none';

export function tokenState({ directory, readAt }: SeenDirectory): TokenState {
  const { secrets } = directory;
  if (secrets.length === 0) return 'none';
  const active = secrets.filter(({ status }) => status === 'ACTIVE');
  if (active.length === 0) return 'inactive';
  return active.some(({ expire_time }) => !isPast(expire_time, readAt)) ? 'usable' : 'expired';
}

export function isPast(time: string | undefined, now: number): boolean {
  return time !== undefined && Date.parse(time) <= now;
}

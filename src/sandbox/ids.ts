/** Ids as the published validation rules want them: a prefix and digits. */
import { randomInt } from 'node:crypto';

export const ENVIRONMENT_ID = 'env_87104652398129100';

export function newId(prefix: string): string {
  return `${prefix}_${Date.now()}${String(randomInt(1_000_000)).padStart(6, '0')}`;
}

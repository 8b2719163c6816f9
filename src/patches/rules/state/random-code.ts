/** Code for a value that nobody can guess. Pure. */
import type { Bench } from '../bench.ts';

/** `randomBytes(16).toString('hex')`; where Node's modules may be missing, what every runtime has. */
export function randomCode(bench: Bench, framework: string): string | undefined {
  const crypto = [...bench.module.imports].find(([, { specifier }]) => /^(?:node:)?crypto$/.test(specifier));
  if (!crypto && /^(?:next-app|hono|sveltekit|nuxt|astro)$/.test(framework)) return 'crypto.randomUUID()';
  const local = bench.use({ specifier: 'node:crypto', name: 'randomBytes' });
  return local && `${local}(16).toString('hex')`;
}

/** Doors whose names say little: what takes a POST, what the app's own scripts ask, and routes that are files. Pure. */
import type { Handler } from '../../project/code/types.ts';
import type { DoorFacts } from '../../rehearsal/stage/facts.ts';
import type { WrittenRoute } from './routes.ts';
import { askedIn } from './scripts.ts';

export interface DoorTexts {
  readonly handlers: readonly Pick<Handler, 'method' | 'path' | 'module'>[];
  readonly written: readonly WrittenRoute[];
  /** Server files by path, and those that browsers load. */
  readonly texts: ReadonlyMap<string, string>;
  readonly clientTexts: ReadonlyMap<string, string>;
  readonly fileRoutes: readonly string[];
}

const SPEAKS_OF_WEBHOOKS = /verifyWebhook|webhook[-_]signature|webhook[-_]id|standardwebhooks|\bsvix\b/i;

export function moreDoors({ handlers, written, texts, clientTexts, fileRoutes }: DoorTexts): {
  readonly posts: DoorFacts['posts'];
  readonly pages: readonly string[];
} {
  const asked = askedIn(clientTexts);
  const near = (file: string): boolean => SPEAKS_OF_WEBHOOKS.test(texts.get(file) ?? '');
  const posts = [
    ...asked.filter(({ method }) => method === 'post').map(({ path }) => ({ path, nearWebhooks: false })),
    ...handlers
      .filter(({ method }) => method === 'post')
      .map(({ path, module }) => ({ path, nearWebhooks: near(module.file.path) })),
    ...written.filter(({ method }) => method !== 'get').map(({ path, file }) => ({ path, nearWebhooks: near(file) })),
    ...fileRoutes.map((path) => ({ path, nearWebhooks: false })),
  ].filter(({ path }) => path.startsWith('/') && !/[:*{[(<]/.test(path));
  const byPath = new Map<string, boolean>();
  for (const { path, nearWebhooks } of posts) byPath.set(path, nearWebhooks || byPath.get(path) === true);
  return {
    posts: [...byPath].map(([path, nearWebhooks]) => ({ path, nearWebhooks })),
    pages: [...asked.filter(({ method }) => method === 'get').map(({ path }) => path), ...fileRoutes],
  };
}

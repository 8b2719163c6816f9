/** The dialect of a handler's framework; undefined where its parameters have a shape that is not known. Pure. */
import type { CodeModule, Framework, Handler } from '../../../project/code/types.ts';
import { type Bench, benchOf } from '../bench.ts';
import { inAstro } from './astro.ts';
import type { Dialect, DialectInput } from './dialect.ts';
import { inExpress } from './express.ts';
import { inFastify } from './fastify.ts';
import { inHono, inKoa } from './koa-hono.ts';
import { inNest } from './nest.ts';
import { inNextApp } from './next-app.ts';
import { inNextPages } from './next-pages.ts';
import { inNode } from './node.ts';
import { inNuxt } from './nuxt.ts';
import { inReactRouter } from './react-router.ts';
import { inSvelteKit } from './sveltekit.ts';

const dialects: Readonly<Partial<Record<Framework, (input: DialectInput) => Dialect | undefined>>> = {
  express: inExpress,
  fastify: inFastify,
  koa: inKoa,
  hono: inHono,
  'next-app': inNextApp,
  'next-pages': inNextPages,
  nest: inNest,
  node: inNode,
  sveltekit: inSvelteKit,
  remix: inReactRouter,
  nuxt: inNuxt,
  astro: inAstro,
};

/** @param bench shared by handlers of one module, so that a name is imported once. */
export function dialectOf(
  handler: Handler,
  modules: readonly CodeModule[],
  bench: Bench = benchOf(handler.module),
): Dialect | undefined {
  return dialects[handler.framework]?.({ handler, bench, modules });
}

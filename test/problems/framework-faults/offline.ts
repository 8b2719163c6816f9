/** The faults of the apps that are read and not run, each with its app. */
import type { OfflineApp } from '../offline-app.ts';
import { astro } from './astro.ts';
import { astroPages } from './astro-pages.ts';
import { byHand } from './by-hand.ts';
import { byHandNext } from './by-hand-next.ts';
import { elysia } from './elysia.ts';
import { expressLayers } from './express-layers.ts';
import type { FaultInApp } from './fault.ts';
import { hono } from './hono.ts';
import { koa } from './koa.ts';
import { monorepo } from './monorepo.ts';
import { nestInjected } from './nest-injected.ts';
import { nextActions } from './next-actions.ts';
import { nuxt } from './nuxt.ts';
import { reactRouterConfig } from './react-router-config.ts';
import { remix } from './remix.ts';
import { sveltekit } from './sveltekit.ts';

export const offlineFaults: Readonly<Record<OfflineApp, readonly FaultInApp[]>> = {
  hono,
  koa,
  remix,
  sveltekit,
  nuxt,
  astro,
  elysia,
  monorepo,
  'nest-injected': nestInjected,
  'astro-pages': astroPages,
  'by-hand': byHand,
  'by-hand-next': byHandNext,
  'express-layers': expressLayers,
  'next-actions': nextActions,
  'react-router-config': reactRouterConfig,
};

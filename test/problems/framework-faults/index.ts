/** All of them, each with its app. */
import type { HealthyApp } from '../app.ts';
import { fastify } from './fastify.ts';
import type { FaultInApp, FrameworkFault } from './fault.ts';
import { nest } from './nest.ts';
import { nextApp } from './next-app.ts';
import { nextPages } from './next-pages.ts';
import { nodeHttp } from './node-http.ts';

const of = (app: HealthyApp, faults: readonly FaultInApp[]): FrameworkFault[] => faults.map((fault) => ({ ...fault, app }));

export const frameworkFaults: readonly FrameworkFault[] = [
  ...of('next-app', nextApp),
  ...of('next-pages', nextPages),
  ...of('fastify', fastify),
  ...of('nest', nest),
  ...of('node-http', nodeHttp),
];

/** "Getting help": documentation, code samples for the framework at hand, ways to try things out, and what support asks for. Pure. */
import { problemHelp } from './links.ts';
import { expressSamples } from './samples/express.ts';
import { fastifySamples } from './samples/fastify.ts';
import { nestSamples } from './samples/nestjs.ts';
import { nextAppSamples } from './samples/next-app.ts';
import { nextPagesSamples } from './samples/next-pages.ts';
import { nodeSamples } from './samples/node.ts';
import { testingTopics } from './testing.ts';
import type { CodeSample, HelpFramework, HelpTopic } from './types.ts';

export type { CodeSample, HelpFramework, HelpSection, HelpTask, HelpTopic } from './types.ts';

export const samples: Readonly<Record<HelpFramework, readonly CodeSample[]>> = {
  express: expressSamples,
  fastify: fastifySamples,
  nestjs: nestSamples,
  'next-app': nextAppSamples,
  'next-pages': nextPagesSamples,
  node: nodeSamples,
};

/** Names by which frameworks go elsewhere in this program, and kin whose samples serve as well. */
const known: Readonly<Record<string, HelpFramework>> = {
  express: 'express',
  fastify: 'fastify',
  nest: 'nestjs',
  nestjs: 'nestjs',
  next: 'next-app',
  nextjs: 'next-app',
  'next-app': 'next-app',
  'next-pages': 'next-pages',
};

export interface HelpRequest {
  /** As detected; anything unknown gets the samples for plain Node.js. */
  readonly framework?: string | undefined;
  readonly problem?: string | undefined;
}

/** In the order of the sections; a section that has nothing is not there. */
export function helpFor({ framework, problem }: HelpRequest): readonly HelpTopic[] {
  const { links, tasks } = problemHelp(problem);
  const fitting = samples[known[framework?.toLowerCase() ?? ''] ?? 'node'].filter(({ task }) => tasks.includes(task));
  return [
    ...links.map(([title, url]): HelpTopic => ({ kind: 'link', section: 'docs', title, url })),
    ...fitting.map(({ title, file, code }): HelpTopic => ({ kind: 'sample', section: 'samples', title, file, code })),
    ...testingTopics(problem),
    ...support,
  ];
}

const support: readonly HelpTopic[] = [
  {
    kind: 'bundle',
    section: 'support',
    title: 'Everything that support asks for in one file, without secrets; you see it before it is written',
    command: 'npx scalekit-fix bundle --output scalekit-support.zip',
  },
  {
    kind: 'link',
    section: 'support',
    title: 'Write to support, with the time of the failure, its zone, and the steps that lead to it',
    url: 'mailto:support@scalekit.com',
  },
  { kind: 'link', section: 'support', title: 'All of the documentation', url: 'https://docs.scalekit.com' },
];

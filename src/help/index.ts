/** "Getting help": documentation, code samples for the framework at hand, ways to try things out, and what support asks for. Pure. */
import { problemHelp } from './links.ts';
import { expressSamples } from './samples/express.ts';
import { fastifySamples } from './samples/fastify.ts';
import { goSamples } from './samples/go.ts';
import { nestSamples } from './samples/nestjs.ts';
import { nextAppSamples } from './samples/next-app.ts';
import { nextPagesSamples } from './samples/next-pages.ts';
import { nodeSamples } from './samples/node.ts';
import { pythonSamples } from './samples/python.ts';
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
  python: pythonSamples,
  go: goSamples,
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
  /** As detected; anything unknown gets the samples of its language. */
  readonly framework?: string | undefined;
  /** As detected: without one it is taken for Node.js. */
  readonly language?: string | undefined;
  readonly problem?: string | undefined;
}

/** In the order of the sections; a section that has nothing is not there. */
export function helpFor({ framework, language, problem }: HelpRequest): readonly HelpTopic[] {
  const { links, tasks } = problemHelp(problem);
  const chosen = samplesFor(framework?.toLowerCase() ?? '', language);
  const fitting = (chosen ?? []).filter(({ task }) => tasks.includes(task));
  return [
    ...links.map(([title, url]): HelpTopic => ({ kind: 'link', section: 'docs', title, url })),
    ...(chosen ? [] : [elsewhere]),
    ...fitting.map(({ title, file, code }): HelpTopic => ({ kind: 'sample', section: 'samples', title, file, code })),
    ...testingTopics(problem),
    ...support,
  ];
}

/** None for a language of which there are no samples here: those of another would only mislead. */
function samplesFor(framework: string, language: string | undefined): readonly CodeSample[] | undefined {
  const own = known[framework];
  if (own !== undefined) return samples[own];
  if (language === 'python' || language === 'go') return samples[language];
  return language === 'java' ? undefined : samples.node;
}

const elsewhere: HelpTopic = {
  kind: 'link',
  section: 'samples',
  title: 'Samples for Java stand beside its SDK',
  url: 'https://github.com/scalekit-inc/scalekit-sdk-java',
};

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

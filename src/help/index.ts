/** "Getting help": documentation, code samples for the framework at hand, ways to try things out, and what support asks for. Pure. */
import { problemHelp } from './links.ts';
import { expressSamples } from './samples/express.ts';
import { fastifySamples } from './samples/fastify.ts';
import { nestSamples } from './samples/nestjs.ts';
import { nextAppSamples } from './samples/next-app.ts';
import { nextPagesSamples } from './samples/next-pages.ts';
import { nodeSamples } from './samples/node.ts';
import { testingLines } from './testing.ts';
import type { CodeSample, HelpFramework, HelpLine, HelpSection } from './types.ts';

export type { CodeSample, HelpFramework, HelpLine, HelpSection, HelpTask } from './types.ts';

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

export function helpFor({ framework, problem }: HelpRequest): readonly HelpSection[] {
  const { links, tasks } = problemHelp(problem);
  const fitting = samples[known[framework?.toLowerCase() ?? ''] ?? 'node'].filter(({ task }) => tasks.includes(task));
  const sections: HelpSection[] = [
    { id: 'docs', title: 'Documentation', lines: links.map(([text, url]) => ({ kind: 'link', text, url })) },
    { id: 'samples', title: 'Code samples', lines: fitting.flatMap(sampleLines) },
    { id: 'testing', title: 'Trying it out', lines: testingLines(problem) },
    { id: 'support', title: 'Asking Scalekit', lines: supportLines },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function sampleLines({ title, file, code }: CodeSample): HelpLine[] {
  return [
    { kind: 'text', text: `${title} (${file})` },
    ...code
      .trimEnd()
      .split('\n')
      .map((text): HelpLine => ({ kind: 'code', text })),
  ];
}

const supportLines: readonly HelpLine[] = [
  {
    kind: 'command',
    text: 'Everything that support asks for in one file, without secrets; you see it before it is written',
    command: 'npx scalekit-fix bundle --output scalekit-support.zip',
  },
  {
    kind: 'link',
    text: 'Send it with the time of the failure, its zone, and the steps that lead to it',
    url: 'mailto:support@scalekit.com',
  },
  { kind: 'link', text: 'Documentation', url: 'https://docs.scalekit.com' },
];

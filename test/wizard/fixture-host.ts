/** A host over the boiler registry: a small world for the session, whose boiler the tests heat up and cool down. */

import type { Problem } from '../../src/diagnosis/cause.ts';
import { gather } from '../../src/diagnosis/gather.ts';
import { factGraph } from '../../src/diagnosis/graph.ts';
import { ok } from '../../src/diagnosis/outcome.ts';
import { noSymptom, type Symptom } from '../../src/diagnosis/symptom.ts';
import type { HelpTopic } from '../../src/help/types.ts';
import type { RehearsalDone, WizardHost } from '../../src/wizard/host.ts';
import { type Runner, startRunner } from '../../src/wizard/runner.ts';
import { newSession, type Session, type Unfinished } from '../../src/wizard/session.ts';
import { type BoilerTools, boiler, handClock } from '../diagnosis/fixtures.ts';

export interface World {
  bar: number;
  readonly calls: string[];
  readonly remembered: Unfinished[];
  /** The answer of `apply` and `apply-change`. */
  refusal?: string;
  conclusive: boolean;
}

/** Too high a pressure has a patch here, so that applying can be watched. */
const withPatch: Problem<BoilerTools> = {
  ...boiler,
  causes: boiler.causes.map((cause) =>
    cause.id === 'too-high'
      ? {
          ...cause,
          remedy: () => [
            {
              kind: 'edits',
              summary: 'Turn it down',
              edits: [{ file: 'boiler.js', hash: '0', start: 0, end: 1, text: '2' }],
              sure: true,
            },
            {
              kind: 'change',
              summary: 'Let Scalekit turn it down',
              change: { method: 'PATCH', path: '/api/v1/x', body: {}, what: 'Pressure', before: '4', after: '2' },
              steps: [],
            },
            { kind: 'steps', summary: 'Turn it down by hand', steps: [{ text: 'Turn the valve.', copy: 'valve-7' }] },
          ],
        }
      : cause,
  ),
};

export const registry = [withPatch];
export const graph = factGraph(registry);

export const helpTopics: readonly HelpTopic[] = [
  { kind: 'link', section: 'docs', title: 'Boilers', url: 'https://docs.example.com/boilers' },
  { kind: 'sample', section: 'samples', title: 'Turning it on', file: 'boiler.js', code: 'boiler.on();\n' },
  { kind: 'command', section: 'testing', title: 'Is it warm?', command: 'curl boiler.local' },
  { kind: 'note', section: 'testing', title: 'Feel the radiator.' },
  { kind: 'bundle', section: 'support', title: 'A bundle', command: 'npx boiler bundle' },
];

const exchange = {
  id: 'exchange-2',
  from: 'browser',
  to: 'app',
  at: 12,
  ms: 5,
  method: 'GET',
  target: '/auth/callback?code=#3f2a&state=#0b1c',
  status: 302,
  answer: '→ /me',
  where: [{ file: 'server.js', line: 41, column: 3 }],
  request: { headers: [{ name: 'cookie', value: 'login=#9a1e' }] },
  response: { headers: [{ name: 'location', value: '/me' }], body: 'Found' },
} as const;

/** One act is sound, one is not. */
export const rehearsed: RehearsalDone = {
  registry,
  report: {
    command: 'npm start',
    port: 3000,
    acts: [
      {
        id: 'login',
        title: 'Honest login',
        outcome: 'sound',
        why: 'It works.',
        exchanges: [{ ...exchange, id: 'exchange-1' }],
      },
      {
        id: 'state',
        title: 'Forged state',
        outcome: 'unsound',
        grade: 'F',
        why: 'A login with a state made up went through.',
        wrong: 'exchange-2',
        findings: ['cold-water/too-high'],
        exchanges: [exchange],
      },
    ],
  },
  shown: [
    {
      id: 'cold-water/too-high',
      kind: 'confirmed',
      severity: 'error',
      because: 'Seen in the run.',
      evidence: [{ label: 'The answer', exchange: 'exchange-2' }],
      locations: [{ file: 'server.js', line: 41, column: 3 }],
    },
  ],
  notes: ['For this run these were set over yours: PORT.'],
};

/** A text that says that something failed. */
export function saysThat(problems: readonly string[]): Symptom {
  const complaints = problems.map((problem) => ({ problem, because: `The text says ${problem}.` }));
  return { from: 'text', problems, read: ['Error e_cold'], complaints };
}

export function fixtureHost(world: World): WizardHost {
  const done = (what: string) => async () => {
    world.calls.push(what);
    return { ok: true as const, message: `${what} done` };
  };
  return {
    version: '9.9.9',
    registry,
    graph,
    describeProject: async () => ['Project      boiler.js', 'Git          clean'],
    recognise: async (text, hints = []) => {
      world.calls.push(`recognise ${text.length}`);
      if (hints.length > 0) return { lines: ['A failed login'], symptom: saysThat(hints) };
      return text.includes('cake')
        ? { lines: [], symptom: noSymptom, nothingOfOurs: 'A cake is none of ours.' }
        : { lines: ['Error e_cold'], symptom: saysThat(['cold-water']) };
    },
    failedLogins: async () => ({
      ok: true,
      logins: [
        { title: 'today · e_cold', text: 'error=e_cold', hints: [] },
        { title: 'yesterday · no reason recorded', text: 'a login', hints: ['cold-water'] },
      ],
    }),
    help: async (problem) => {
      world.calls.push(`help for ${problem ?? 'anything'}`);
      return helpTopics;
    },
    gather: ({ answers, onChange, signal }) =>
      gather({
        probes: graph.probes,
        tools: { pressure: async () => ok(world.bar), log: [] },
        clock: handClock(),
        answers,
        offline: false,
        signal,
        scrub: (value) => value,
        onChange,
      }),
    standing: () => (world.conclusive ? { conclusive: true } : { conclusive: false, note: 'The boiler was not reached.' }),
    plan: async () => ({
      kind: 'diff',
      diff: '--- a/boiler.js\n+++ b/boiler.js\n@@ -1 +1 @@\n-4\n+2\n',
      files: ['boiler.js'],
      warnings: [],
    }),
    apply: async () => {
      world.calls.push('apply');
      if (world.refusal !== undefined) return { ok: false, reason: world.refusal };
      world.bar = 2;
      return { ok: true, message: 'Changed boiler.js.', patch: { id: '1', files: ['boiler.js'] } };
    },
    applyChange: async () => {
      world.calls.push('apply-change');
      if (world.refusal !== undefined) return { ok: false, reason: world.refusal };
      world.bar = 2;
      return { ok: true, message: 'Changed in Scalekit.' };
    },
    left: { due: [], hasPatches: false },
    patches: async () => ({
      ok: true,
      patches: [
        {
          id: '2',
          title: 'Raise it in Scalekit',
          below: ['before: 4', 'after:  2'],
          environment: 'https://boiler.example (production)',
        },
        { id: '1', title: 'Turn it down', below: ['boiler.js'] },
      ],
    }),
    undo: async (patch) => {
      world.calls.push(`undo ${patch}`);
      return { ok: true, message: 'undo done' };
    },
    settleProof: async (patch, proof) => {
      world.calls.push(`proof of ${patch}: ${proof}`);
    },
    previewBundle: async () => ({
      ok: true,
      preview: {
        entries: [
          { name: 'REPORT.md', bytes: 12, text: '# Report\nall' },
          { name: 'code.txt', bytes: 3, text: 'abc' },
        ],
        subject: 'Help',
        body: 'It is cold.',
        mailto: 'mailto:support@scalekit.com',
      },
    }),
    writeBundle: async (dropped, as) => {
      world.calls.push(
        `write-bundle without ${dropped.join(',') || 'nothing'}${as ? ` ${as.over ? 'over' : 'as'} ${as.name}` : ''}`,
      );
      return { ok: true, message: 'Written.' };
    },
    proposeRehearsal: async (command) => {
      world.calls.push(`propose ${command ?? 'what the files say'}`);
      const rows = [
        ['Folder', '/srv/boiler'],
        ['Stays real', 'DATABASE_URL: what the app does with these it does for real'],
      ] as const;
      return { ok: true, command: command === undefined || command === '' ? 'npm start' : command, remembered: false, rows };
    },
    rehearse: async (_signal, onProgress) => {
      world.calls.push('rehearse');
      onProgress('Honest login …');
      return { ok: true, ...rehearsed };
    },
    copy: done('copy'),
    open: done('open'),
  };
}

export interface WizardOptions {
  readonly symptom?: string;
  readonly unfinished?: Unfinished;
  readonly signal?: AbortSignal;
  /** Replaces parts of the host. */
  readonly host?: Partial<WizardHost>;
}

export async function startWizard(bar = 4, options: WizardOptions = {}): Promise<{ runner: Runner; world: World }> {
  const world: World = { bar, calls: [], remembered: [], conclusive: true };
  const host = { ...fixtureHost(world), ...options.host };
  const runner = startRunner({
    world: Promise.resolve({ host, unfinished: options.unfinished }),
    symptom: options.symptom,
    ...(options.signal ? { signal: options.signal } : {}),
    remember: (unfinished) => world.remembered.push(unfinished),
  });
  await loaded(runner);
  return { world, runner };
}

/** Resolves as soon as the stage is as asked. */
export function until(runner: Runner, isSo: (stage: Session['stage']) => boolean): Promise<void> {
  return untilSession(runner, ({ stage }) => isSo(stage));
}

export function untilSession(runner: Runner, isSo: (session: Session) => boolean): Promise<void> {
  if (isSo(runner.session())) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = runner.subscribe(() => {
      if (!isSo(runner.session())) return;
      stop();
      resolve();
    });
  });
}

const loaded = (runner: Runner): Promise<void> => untilSession(runner, (session) => session.registry.length > 0);

/** A session that knows the registry. */
export function loadedSession(): Session {
  return { ...newSession(), registry, graph };
}

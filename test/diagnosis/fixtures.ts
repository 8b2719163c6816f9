/** A small registry about boilers, so that tests of the engine cannot lean on anything that Scalekit is. */
import type { Problem } from '../../src/diagnosis/cause.ts';
import { causeWith, choiceQuestion, probeWith } from '../../src/diagnosis/define.ts';
import type { EngineClock } from '../../src/diagnosis/gather.ts';
import { fault, type Outcome, ok } from '../../src/diagnosis/outcome.ts';
import { confirmed, likely, ruledOut, undecided } from '../../src/diagnosis/verdict.ts';

export interface BoilerTools {
  readonly pressure: () => Promise<Outcome<number>> | Outcome<number>;
  readonly log: string[];
}

const probe = probeWith<BoilerTools>();
const cause = causeWith<BoilerTools>();

export const pressure = probe({
  id: 'pressure',
  title: 'Pressure of the boiler',
  reach: 'network',
  deadlineMs: 1_000,
  observe: (_facts, tools) => {
    tools.log.push('pressure');
    return tools.pressure();
  },
});

export const valve = probe({
  id: 'valve',
  title: 'State of the valve',
  reach: 'files',
  needs: { bar: pressure },
  observe: ({ bar }, tools) => {
    tools.log.push('valve');
    return bar > 3 ? fault('open' as const) : ok('shut' as const);
  },
});

export const smell = choiceQuestion({
  id: 'smell',
  title: 'Does it smell of gas?',
  reason: 'No probe can smell.',
  choices: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
  default: 'no',
});

export const tooHigh = cause({
  id: 'too-high',
  title: 'The pressure is too high',
  side: 'app',
  needs: { bar: pressure, state: valve },
  judge: ({ bar, state }) =>
    bar > 3
      ? confirmed(`${bar} bar, valve ${state}`, { evidence: [{ label: 'bar', expected: '3', actual: `${bar}` }] })
      : ruledOut(`${bar} bar`),
  remedy: ({ bar }) => [{ kind: 'steps', summary: `Let off ${bar - 3} bar`, steps: [{ text: 'Open the valve.' }] }],
});

export const leak = cause({
  id: 'leak',
  title: 'Gas leaks',
  side: 'network',
  wants: { smells: smell },
  judge: ({ smells }) =>
    smells === undefined
      ? undecided('Nobody smelled.', 'Answer.')
      : smells === 'yes'
        ? likely('It smells.')
        : ruledOut('No smell.'),
  remedy: () => [],
});

export const pipe = cause({
  id: 'pipe',
  title: 'The pipe is loose',
  side: 'network',
  needs: { smells: smell },
  judge: ({ smells }) => (smells === 'no' ? likely('No smell, so the pipe.') : ruledOut('It is the gas.')),
  remedy: () => [],
});

export const boiler: Problem<BoilerTools> = {
  id: 'cold-water',
  category: 'help',
  title: 'The water is cold',
  looksLike: 'Brr.',
  symptoms: { codes: ['e_cold'], phrases: ['cold'] },
  causes: [tooHigh, leak, pipe],
  docs: 'https://example.com/boiler',
};

/** A clock that stands still until it is told to run. */
export function handClock(): EngineClock & { advance(milliseconds: number): void } {
  let now = 0;
  const timers = new Set<{ at: number; callback: () => void }>();
  return {
    now: () => now,
    after: (milliseconds, callback) => {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (milliseconds) => {
      now += milliseconds;
      for (const timer of [...timers].filter((candidate) => candidate.at <= now)) {
        timers.delete(timer);
        timer.callback();
      }
    },
  };
}

/** A registry whose verdicts and remedies are scrubbed as they are made, so that no face has to remember to. Pure. */
import type { Registry } from './cause.ts';

export function scrubbedRegistry<Tools>(registry: Registry<Tools>, scrub: <T>(value: T) => T): Registry<Tools> {
  return registry.map((problem) => ({
    ...problem,
    causes: problem.causes.map((cause) => ({ ...cause, judge: (facts) => scrub(cause.judge(facts)) })),
  }));
}

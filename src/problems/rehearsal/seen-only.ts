/** A cause that no file shows: only an act of a rehearsal can say that it is at work. */
import type { Cause, Severity, Side } from '../../diagnosis/cause.ts';
import { notApplicable } from '../../diagnosis/verdict.ts';
import { cause, type ProbeTools } from '../../probes/tools.ts';

interface SeenOnly {
  readonly id: string;
  readonly title: string;
  readonly side?: Side;
  readonly severity?: Severity;
  readonly docs?: string;
  /** What to do, a sentence. */
  readonly remedy: string;
  readonly steps: readonly string[];
}

export function seenOnly({ id, title, side = 'app', severity = 'error', docs, remedy, steps }: SeenOnly): Cause<ProbeTools> {
  return cause({
    id,
    title,
    side,
    severity,
    ...(docs === undefined ? {} : { docs }),
    judge: () => notApplicable('Only a rehearsal shows this: scalekit-fix rehearse.'),
    remedy: () => [{ kind: 'steps', summary: remedy, steps: steps.map((text) => ({ text })) }],
  });
}

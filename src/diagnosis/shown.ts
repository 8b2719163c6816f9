/** What a run of the app has shown of a cause. What ran wins over what was read; where they disagree, that is told. Pure. */
import type { Severity } from './cause.ts';
import type { Evidence, Location } from './evidence.ts';
import type { FindingId, Judgement } from './judge.ts';
import { confirmed, ruledOut, type Verdict } from './verdict.ts';

export interface Shown {
  readonly id: FindingId;
  readonly kind: 'confirmed' | 'ruled-out';
  /** How grave what was seen is: a cause's own severity is for what is read. */
  readonly severity: Severity;
  readonly because: string;
  readonly evidence: readonly Evidence[];
  /** In the project's files; empty where the run does not tell. */
  readonly locations: readonly Location[];
}

/** The judgements with what a run has shown put over what was read. A cause that no act has touched stays as it is. */
export function withShown<Tools>(judgements: readonly Judgement<Tools>[], shown: readonly Shown[]): Judgement<Tools>[] {
  return judgements.map((judgement) => {
    const own = shown.filter(({ id }) => id === judgement.id);
    const seen = own.filter(({ kind }) => kind === 'confirmed');
    const [first] = seen;
    if (first) {
      const severity = seen.some((one) => one.severity === 'error') ? 'error' : first.severity;
      return { ...judgement, cause: { ...judgement.cause, severity }, verdict: seenVerdict(seen, judgement.verdict) };
    }
    const [sound] = own;
    return sound ? { ...judgement, verdict: soundVerdict(sound, judgement.verdict) } : judgement;
  });
}

function seenVerdict(seen: readonly Shown[], read: Judgement<never>['verdict']): Verdict {
  const because = [...new Set(seen.map((one) => one.because))].join(' ');
  const evidence = seen.flatMap((one) => one.evidence);
  const ran = seen.flatMap((one) => one.locations);
  // What the reading claims as well is told beside what ran.
  const claimed = read.kind === 'confirmed' || read.kind === 'likely' ? read.locations : [];
  const locations = ran.length > 0 || !('locations' in read) ? [...ran, ...claimed] : read.locations;
  const disagrees = read.kind === 'ruled-out' ? [{ label: 'Reading the code said otherwise', note: read.because }] : [];
  return confirmed(because, { evidence: [...evidence, ...disagrees], locations });
}

function soundVerdict(sound: Shown, read: Judgement<never>['verdict']): Verdict {
  const claimed = read.kind === 'confirmed' || read.kind === 'likely' || read.kind === 'possible';
  const disagrees = claimed ? [{ label: 'Reading the code said otherwise', note: read.because }] : [];
  return ruledOut(sound.because, ...sound.evidence, ...disagrees);
}

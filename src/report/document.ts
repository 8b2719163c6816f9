/** The versioned JSON document of `check`, `fix` and `explain`, built from one diagnosis. Shape: `assets/report.schema.json`. Pure. */
import type { CategoryId, Severity, Side } from '../diagnosis/cause.ts';
import type { Coverage } from '../diagnosis/coverage.ts';
import type { Evidence, Location } from '../diagnosis/evidence.ts';
import type { Exhibit } from '../diagnosis/exhibit.ts';
import type { Probe } from '../diagnosis/fact.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { OFFLINE_REASON } from '../diagnosis/gather.ts';
import { isInFocus, type Judgement, remediesOf } from '../diagnosis/judge.ts';
import type { OutcomeStatus } from '../diagnosis/outcome.ts';
import { rank } from '../diagnosis/rank.ts';
import type { Remedy } from '../diagnosis/remedy.ts';
import type { SymptomAnswer } from './answer.ts';
import { shownEvidence } from './evidence.ts';
import type { RehearsalReport } from './rehearsal.ts';

export const SCHEMA_VERSION = 1;

/** Plain JSON that a command knows and the report only prints. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

export interface ReportDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: 'scalekit-fix'; readonly version: string; readonly command: string };
  /** What is known of the Scalekit environment: url, tier, client id; `url` is null when none was found. */
  readonly environment: JsonObject & { readonly url: string | null };
  readonly project: JsonObject & { readonly root: string };
  readonly probes: readonly ProbeReport[];
  /** What the user came for, answered; absent where nothing was named. */
  readonly symptom?: SymptomAnswer;
  /** Which code was read; absent where none was looked for. */
  readonly coverage?: Coverage;
  readonly findings: readonly FindingReport[];
  readonly summary: Summary;
  /** Sentences for people that belong to no finding: "Nothing in this folder concerns Scalekit." */
  readonly notes: readonly string[];
  /** Of `fix`: what became of each confirmed finding. */
  readonly fixes?: readonly FixReport[];
  /** Of `rehearse`: what was played, and what each act came to. */
  readonly rehearsal?: RehearsalReport;
  /** Of `fix --dry-run`: the unified diff of all patches. */
  readonly diff?: string;
}

export interface FixReport {
  readonly finding: string;
  /**
   * `fixed` was seen to be gone; `changed` is right as it is written, and only the running app can show that it works; `applied` was not
   * proved to help; `taken-back` made something worse, or nothing better; `left` needs something that this run may not do.
   */
  readonly outcome: 'planned' | 'fixed' | 'changed' | 'applied' | 'taken-back' | 'left' | 'refused';
  readonly message: string;
  /** Of `fixed`: what showed it. Of `changed`: the sentence that nothing has shown it yet. */
  readonly provedBy?: string;
}

export interface ProbeReport {
  readonly id: string;
  readonly title: string;
  readonly status: OutcomeStatus;
  readonly durationMs: number;
  readonly evidence: readonly Evidence[];
  /** Why there is no value. */
  readonly reason?: string;
}

export interface FindingReport {
  readonly id: string;
  readonly problem: string;
  readonly category: CategoryId;
  readonly title: string;
  readonly verdict: 'confirmed' | 'likely' | 'possible' | 'unknown';
  readonly severity: Severity;
  readonly side: Side;
  /** What is wrong in this very case, with the values. */
  readonly because: string;
  readonly howToFindOut?: string;
  readonly evidence: readonly Evidence[];
  /** Comparisons and courses of time, as values. */
  readonly exhibits?: readonly Exhibit[];
  readonly locations: readonly Location[];
  readonly remedy: RemedyReport | null;
  readonly docs: string;
}

export interface RemedyReport {
  readonly kind: Remedy['kind'];
  readonly summary: string;
  readonly files: readonly string[];
  readonly steps: readonly string[];
}

export interface Summary {
  readonly confirmed: number;
  readonly likely: number;
  readonly unknown: number;
  readonly exitCode: number;
}

export interface ReportInput {
  readonly command: string;
  readonly version: string;
  readonly environment: ReportDocument['environment'];
  readonly project: ReportDocument['project'];
  readonly probes: readonly Probe<unknown, never>[];
  readonly sheet: FactSheet;
  readonly judgements: readonly Judgement<never>[];
  readonly focus: readonly string[];
  readonly symptom?: SymptomAnswer | undefined;
  readonly coverage?: Coverage;
  readonly exitCode: number;
  readonly notes: readonly string[];
  readonly rehearsal?: RehearsalReport;
}

export function reportDocument(input: ReportInput): ReportDocument {
  const findings = findingsOf(input.judgements, input.sheet, input.focus);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'scalekit-fix', version: input.version, command: input.command },
    environment: input.environment,
    project: input.project,
    probes: input.probes.map((probe) => probeReport(probe, input.sheet)),
    ...(input.symptom ? { symptom: input.symptom } : {}),
    ...(input.coverage ? { coverage: input.coverage } : {}),
    findings,
    summary: summaryOf(findings, input.exitCode),
    notes: input.notes,
    ...(input.rehearsal ? { rehearsal: input.rehearsal } : {}),
  };
}

/** Everything that is not ruled out and applies, best first. */
export function findingsOf(judgements: readonly Judgement<never>[], sheet: FactSheet, focus: readonly string[]): FindingReport[] {
  return rank(judgements, focus).flatMap((judgement) => {
    // What --offline leaves out is one thing to say, not one for each cause; what the user came for is told all the same.
    if (isLeftOutOffline(judgement) && !isInFocus(judgement, focus)) return [];
    const finding = findingReport(judgement, sheet);
    return finding ? [finding] : [];
  });
}

function isLeftOutOffline({ verdict }: Judgement<never>): boolean {
  return verdict.kind === 'unknown' && verdict.because === OFFLINE_REASON;
}

export function summaryOf(findings: readonly FindingReport[], exitCode: number): Summary {
  const count = (verdict: FindingReport['verdict']): number => findings.filter((finding) => finding.verdict === verdict).length;
  return { confirmed: count('confirmed'), likely: count('likely'), unknown: count('unknown'), exitCode };
}

function probeReport(probe: Probe<unknown, never>, sheet: FactSheet): ProbeReport {
  const state = sheet.states.get(probe.id);
  if (state?.phase !== 'settled') {
    return {
      id: probe.id,
      title: probe.title,
      status: 'unknown',
      durationMs: 0,
      evidence: [],
      reason: 'The run ended before it.',
    };
  }
  const { outcome } = state;
  return {
    id: probe.id,
    title: probe.title,
    status: outcome.status,
    durationMs: Math.round(state.durationMs),
    evidence: outcome.evidence,
    ...('reason' in outcome ? { reason: outcome.reason } : {}),
  };
}

function findingReport(judgement: Judgement<never>, sheet: FactSheet): FindingReport | undefined {
  const { verdict, problem, cause } = judgement;
  if (verdict.kind === 'pending' || verdict.kind === 'ruled-out' || verdict.kind === 'not-applicable') return undefined;
  const remedy = remediesOf(judgement, sheet)[0];
  return {
    id: judgement.id,
    problem: problem.id,
    category: problem.category,
    title: cause.title,
    verdict: verdict.kind,
    severity: cause.severity,
    side: sideOf(cause.side, remedy),
    because: verdict.because,
    ...(verdict.kind === 'unknown' ? { howToFindOut: verdict.howToFindOut } : {}),
    evidence: shownEvidence(verdict.evidence),
    ...('exhibits' in verdict && verdict.exhibits ? { exhibits: verdict.exhibits } : {}),
    locations: verdict.kind === 'unknown' ? [] : verdict.locations,
    remedy: remedy ? remedyReport(remedy) : null,
    docs: cause.docs ?? problem.docs,
  };
}

/** A patch of the user's own files beside “Scalekit's side” would contradict it. */
export function sideOf(side: Side, remedy: Pick<Remedy, 'kind'> | undefined): Side {
  return side === 'scalekit' && remedy?.kind === 'edits' ? 'app' : side;
}

export function remedyReport(remedy: Remedy): RemedyReport {
  const files = remedy.kind === 'edits' ? [...new Set(remedy.edits.map((edit) => edit.file))] : [];
  const steps = remedy.kind === 'edits' ? (remedy.afterwards ?? []) : remedy.steps;
  return { kind: remedy.kind, summary: remedy.summary, files, steps: steps.map((step) => step.text) };
}

/** The demo without a terminal: finds each seeded fault, carries its remedy out, gathers afresh and says whether it is gone. */

import { formatLocation } from '../../diagnosis/evidence.ts';
import type { Proof } from '../../diagnosis/proof.ts';
import { DONE, FAULT_LEFT, INTERRUPTED } from '../../exit-codes.ts';
import { isRefusal } from '../../patches/refusal.ts';
import { type DiagnosisContext, openDiagnosis } from '../diagnosis.ts';
import type { CommandIo, CommonOptions } from '../options.ts';
import { nextFault, type Repairable, reopen, showEdits } from '../repair.ts';
import { type Carried, type RepairRun, startRepairs } from '../repair-run.ts';
import { demoFaults } from './faults.ts';
import { rehearseDemo, type Watched } from './rehearsal.ts';

export interface FaultOutcome {
  readonly problem: string;
  readonly cause: string;
  readonly found: boolean;
  readonly fixed: boolean;
  readonly provedGone: boolean;
  readonly seconds: number;
}

export interface UnattendedRequest {
  readonly options: CommonOptions;
  readonly io: CommandIo;
  readonly sandboxUrl: string;
  /** The folder from which the demo was started. */
  readonly from: string;
  /** Does in the sandbox what a person would do by the steps of a remedy: the fault is switched off. */
  readonly doByHand: (fault: string) => void;
}

/** Faults hide one another (no token, no list of callbacks), so it goes round by round until nothing confirmed is left. */
const MOST_ROUNDS = 60;

export async function runUnattended({ options, io, sandboxUrl, from, doByHand }: UnattendedRequest): Promise<number> {
  const say = (text: string): void => {
    if (!options.json) io.stdout.write(`${text}\n`);
  };
  const context = openDiagnosis(options, io);
  const outcomes = new Map<string, FaultOutcome>();
  say(`Demo: a broken app and a sandbox on ${sandboxUrl}.\n`);

  const run = await startRepairs(context, io, () => context.gather({ pasted: undefined, answers: new Map(), signal: io.signal }));
  for (let round = 0; round < MOST_ROUNDS && !io.signal.aborted; round++) {
    const open = run.open().filter(({ judgement }) => !outcomes.has(judgement.id));
    const fault = nextFault(open, (remedy) => remedy.kind !== 'steps') ?? nextByHand(open);
    if (!fault) break;
    const started = performance.now();
    tell(fault, say);
    const carried = await carryOut(fault, { options, io, sandboxUrl, from, doByHand }, context, run, say);
    const provedGone = carried.kind === 'done' && isGone(carried.proof);
    say(`  ${provedGone ? '✓ proved gone' : '✖ not proved gone'}${provenance(carried)}\n`);
    outcomes.set(fault.judgement.id, {
      problem: fault.judgement.problem.id,
      cause: fault.judgement.cause.id,
      found: true,
      fixed: carried.kind === 'done',
      provedGone,
      seconds: Math.round((performance.now() - started) / 10) / 100,
    });
    for (const id of carried.kind === 'taken-back' ? carried.also : []) {
      const earlier = outcomes.get(id);
      if (earlier) outcomes.set(id, { ...earlier, fixed: false, provedGone: false });
    }
  }
  const look = run.look();
  const watched = io.signal.aborted ? undefined : await rehearseDemo({ options, io, context, sheet: look.sheet, from, say });
  return conclude(asWatched(outcomes, watched), run.open(), options, io, say, watched);
}

/** What ran beats what was read. */
function asWatched(outcomes: ReadonlyMap<string, FaultOutcome>, watched: Watched | undefined): ReadonlyMap<string, FaultOutcome> {
  return new Map(
    [...outcomes].map(([id, outcome]) => [id, watched?.atWork.includes(id) ? { ...outcome, provedGone: false } : outcome]),
  );
}

/** What its code does is read, and that reading is what is proved of it; at the end the app itself is watched, where it can be. */
function isGone({ kind }: Proof): boolean {
  return kind === 'gone' || kind === 'changed';
}

function provenance(carried: Carried): string {
  if (carried.kind === 'refused') return `: ${carried.reason}`;
  if (carried.kind === 'taken-back') return `: ${carried.because}`;
  const { proof } = carried;
  const how = proof.kind === 'changed' || (proof.kind === 'gone' && proof.by === 'reading') ? ', by reading the files again' : '';
  return `${proof.kind === 'gone' && proof.by === 'asking' ? ', by asking again' : how}: ${proof.because}`;
}

function tell({ judgement }: Repairable, say: (text: string) => void): void {
  const { verdict } = judgement;
  say(`✖ ${judgement.cause.title}  (${judgement.id})`);
  if (verdict.kind !== 'confirmed') return;
  say(`  ${verdict.because}`);
  for (const item of verdict.evidence) {
    const parts = [
      item.expected === undefined ? '' : `expected ${item.expected}`,
      item.actual === undefined ? '' : `actual ${item.actual}`,
    ];
    say(
      `    ${item.label}${item.location ? ` (${formatLocation(item.location)})` : ''}: ${parts.filter((part) => part !== '').join(', ')}`,
    );
  }
}

async function carryOut(
  fault: Repairable,
  { options, io, doByHand }: UnattendedRequest,
  context: DiagnosisContext,
  run: RepairRun,
  say: (text: string) => void,
): Promise<Carried> {
  const remedy = fault.remedies().find((candidate) => candidate.kind !== 'steps');
  if (!remedy) return byHand(fault, doByHand, run, say);
  say(`  → ${remedy.summary}`);
  if (remedy.kind === 'change') {
    say(indented(`${remedy.change.method} ${remedy.change.path}\n- ${remedy.change.before}\n+ ${remedy.change.after}`));
    return run.change(fault, remedy);
  }
  const shown = await showEdits(remedy.edits, await reopen(context, options, io), context);
  if (isRefusal(shown)) return { kind: 'refused', reason: shown.reason };
  say(indented(shown.text.trimEnd()));
  return run.patch(fault, remedy, shown.plan);
}

/** A fault whose remedy is for a person, and whose sandbox can stand in for him. */
function nextByHand(faults: readonly Repairable[]): Repairable | undefined {
  return faults.find(({ judgement }) => standIn(judgement.id) !== undefined);
}

function standIn(id: string): string | undefined {
  return demoFaults.find(({ sandbox }) => sandbox === id)?.byHand;
}

async function byHand(
  fault: Repairable,
  doByHand: UnattendedRequest['doByHand'],
  run: RepairRun,
  say: (text: string) => void,
): Promise<Carried> {
  const who = standIn(fault.judgement.id);
  const [remedy] = fault.remedies();
  if (who === undefined || remedy?.kind !== 'steps') return { kind: 'refused', reason: 'There are no steps for it.' };
  say(`  → ${remedy.summary}`);
  say(indented(remedy.steps.map(({ text }, index) => `${index + 1}. ${text}`).join('\n')));
  say(`    These steps are for ${who}; here the sandbox does them.`);
  doByHand(fault.judgement.id);
  return run.byHand(fault);
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}

function conclude(
  outcomes: ReadonlyMap<string, FaultOutcome>,
  left: readonly Repairable[],
  options: CommonOptions,
  io: CommandIo,
  say: (text: string) => void,
  watched: Watched | undefined,
): number {
  const seeded = demoFaults.map(
    ({ problem, cause }): FaultOutcome =>
      outcomes.get(`${problem}/${cause}`) ?? { problem, cause, found: false, fixed: false, provedGone: false, seconds: 0 },
  );
  const known = new Set(demoFaults.map(({ problem, cause }) => `${problem}/${cause}`));
  const faults = [...seeded, ...[...outcomes].filter(([id]) => !known.has(id)).map(([, outcome]) => outcome)];
  const good = faults.every(({ provedGone }) => provedGone) && left.length === 0;
  const exitCode = io.signal.aborted ? INTERRUPTED : good ? DONE : FAULT_LEFT;
  if (options.json) io.stdout.write(`${JSON.stringify({ schemaVersion: 1, faults, exitCode })}\n`);
  for (const { problem, cause, provedGone, found, seconds } of faults) {
    const id = `${problem}/${cause}`;
    const seen = watched?.sound.includes(id) ? '; seen to work in the running app' : '';
    const gone = `found, fixed and proved gone in ${seconds} s${seen}`;
    say(`${provedGone ? '✓' : '✖'} ${id}: ${provedGone ? gone : found ? 'found, not proved gone' : 'not found'}`);
  }
  say(good ? '\nEvery seeded fault was found, fixed and proved gone.' : '\nNot every fault was proved gone.');
  return exitCode;
}

/** One rehearsal from the first process to the last: starts the app against the sandbox, plays the acts, ends everything. Prints nothing. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Shown } from '../diagnosis/shown.ts';
import { type Act, acts, START } from './acts/index.ts';
import { logInShortly } from './acts/refresh.ts';
import type { World } from './browser/browser.ts';
import { patienceOf } from './browser/patience.ts';
import { type ActReport, notJudged, type Outcome, type Rehearsed } from './events.ts';
import { notStarted } from './not-started.ts';
import { openProvider, type Provider } from './provider.ts';
import { placed } from './reading/locate.ts';
import { readPlaces } from './reading/places.ts';
import { askedReal, realHosts, showsReal } from './real-environment.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { reportOf, wasReached } from './reports.ts';
import type { Scene } from './scene.ts';
import { startApp } from './stage/again.ts';
import { attachedApp } from './stage/attached.ts';
import type { AppChild } from './stage/child.ts';
import { withCrashes } from './stage/crashes.ts';
import type { StageFacts, StartChoice } from './stage/facts.ts';
import { readNotes } from './stage/notes.ts';
import { planStage, replacedBy, type StagePlan } from './stage/plan.ts';
import { ownAddress, type Ready, waitForAttached, waitUntilReady } from './stage/ready.ts';
import { refusedAddress } from './stage/refused-address.ts';
import { sweepEarlierRuns } from './stage/run-file.ts';
import { sourceLines } from './stage/source-lines.ts';
import { placeMapper } from './stage/source-maps.ts';
import { trustNotes, trustVariables } from './stage/trust.ts';
import { keeping, watching } from './stage/watching.ts';

export interface RehearsalRequest {
  readonly facts: StageFacts;
  readonly start: StartChoice;
  readonly port: number;
  readonly writtenPort: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly given: Scene['given'];
  /** Ids of the acts to play, with those they lean on; empty: all. */
  readonly only: readonly string[];
  readonly signal: AbortSignal;
  readonly startTimeoutMs: number;
  /** Starts nothing: is told the variables, with their values, with which the app has to be started. */
  readonly attach?: (variables: ReadonlyMap<string, string>) => void;
  readonly learn: (secret: string) => void;
  readonly onProgress?: (sentence: string) => void;
}

export type RehearsalResult =
  | {
      readonly kind: 'played';
      readonly rehearsed: Rehearsed;
      readonly reached: boolean;
      /** The last that the app wrote. May hold secrets: not for showing as it is. */
      readonly output: string;
      readonly leftOver: readonly number[];
    }
  | {
      readonly kind: 'not-started';
      readonly why: string;
      readonly output: string;
      readonly rehearsed: Rehearsed;
      readonly leftOver: readonly number[];
    };

/** Acts that wait for a token to expire, and lean on a refresh that works. */
const waiting: ReadonlySet<string> = new Set(['refresh', 'together', 'refused-refresh']);

/** Milliseconds that the slowest of several servers may take longer than the first. */
const SEVERAL_MS = 20_000;
/** Milliseconds that one request may take. */
const PATIENCE_MS = 10_000;

export async function rehearse(request: RehearsalRequest): Promise<RehearsalResult> {
  const result = await once(request);
  const { facts } = request;
  const need = request.attach ? undefined : refusedAddress(result);
  if (need === undefined || facts.trust?.includes(need)) return result;
  // A library, or the app itself, takes no such address: once more with one that it takes.
  const again = await once({ ...request, facts: { ...facts, trust: [...(facts.trust ?? []), need] } });
  const better = again.kind === 'played' && refusedAddress(again) === undefined ? again : result;
  return { ...better, leftOver: [...result.leftOver, ...again.leftOver] };
}

async function once(request: RehearsalRequest): Promise<RehearsalResult> {
  sweepEarlierRuns();
  const recorder = createRecorder(() => Date.now());
  const provider = await openProvider(() => recorder, request.facts.trust);
  const temporary = mkdtempSync(path.join(realpathSync(tmpdir()), 'scalekit-fix-rehearsal-'));
  try {
    return await onStage(request, provider, recorder, temporary);
  } finally {
    await provider.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function onStage(
  request: RehearsalRequest,
  provider: Provider,
  recorder: Recorder,
  temporary: string,
): Promise<RehearsalResult> {
  const { line } = provider.sandbox;
  const plan = planStage(request, {
    url: line.url,
    clientId: line.clientId,
    clientSecret: line.clientSecret,
    webhookSecret: line.webhookSecret,
    organizationId: line.organizationId,
    connectionId: line.connectionId ?? '',
    directoryId: line.directoryId ?? '',
  });
  for (const secret of [line.clientSecret, line.webhookSecret]) request.learn(secret);
  const notesFile = path.join(temporary, 'notes');
  const trusting = trustVariables(request.facts.trust ?? [], {
    authority: provider.authority,
    env: request.env,
    folder: temporary,
    port: provider.port,
  });
  if (request.attach) return attach(request, provider, recorder, plan, notesFile, trusting);
  const child = await startApp({
    command: plan.start,
    folder: path.join(request.facts.root, plan.start.folder),
    env: {
      ...plan.env,
      ...watching(plan, request.facts.root, notesFile, line.url, realHosts(request.facts, request.env)),
      ...keeping(plan, temporary),
      ...trusting,
    },
    temporary,
  });
  let leftOver: readonly number[] = [];
  let result: RehearsalResult;
  try {
    request.onProgress?.(`Waiting for ${plan.start.shown} to answer on port ${plan.port}.`);
    const ready = await waitUntilReady({
      child,
      port: plan.port,
      ...(plan.start.several ? { graceMs: SEVERAL_MS } : {}),
      withinMs: request.startTimeoutMs,
      signal: request.signal,
    });
    result =
      ready.kind === 'ready'
        ? await play(request, provider, recorder, plan, child, notesFile, ready)
        : notStarted(plan, child, ready, notesFile, request);
  } finally {
    leftOver = await child.end();
  }
  return { ...result, leftOver };
}

/** Waits for an app that answers and that sends its logins to the sandbox: one that was started before does not. */
async function attach(
  request: RehearsalRequest,
  provider: Provider,
  recorder: Recorder,
  plan: StagePlan,
  notesFile: string,
  trusting: Readonly<Record<string, string>>,
): Promise<RehearsalResult> {
  request.attach?.(new Map([...plan.set, ...Object.entries(trusting)]));
  const child = attachedApp();
  const found = await waitForAttached(plan.port, request.startTimeoutMs, request.signal);
  if (!found) {
    const why = `Nothing answered on port ${plan.port}.`;
    return { ...notStarted(plan, child, { kind: 'never-listened', ports: [] }, notesFile, request), why } as RehearsalResult;
  }
  return play(request, provider, recorder, plan, child, notesFile, found);
}

async function play(
  request: RehearsalRequest,
  provider: Provider,
  recorder: Recorder,
  plan: StagePlan,
  child: AppChild,
  notesFile: string,
  ready: Extract<Ready, { kind: 'ready' }>,
): Promise<RehearsalResult> {
  const world: World = {
    app: new URL(`http://localhost:${ready.port}`),
    appAddress: ready.address,
    ownAddress: (port) => ownAddress(child, port),
    provider: provider.url,
    authority: provider.authority,
    providerPort: provider.port,
    recorder,
    notes: withCrashes(readNotes(notesFile, placeMapper(request.facts.root)), child.output, request.facts.root, [
      ...(request.facts.sources?.keys() ?? []),
    ]),
    lineOf: sourceLines(request.facts.root),
    signal: request.signal,
    now: () => Date.now(),
    patience: patienceOf(PATIENCE_MS, request.facts.compiles === true),
  };
  const scene: Scene = {
    world,
    provider,
    child,
    startedAfterMs: ready.afterMs,
    facts: request.facts.doors,
    given: request.given,
    webhookSecret: provider.sandbox.line.webhookSecret,
    webhookPath: undefined,
    passed: new Set(),
    login: undefined,
    page: undefined,
    first: undefined,
    shortLived: undefined,
    secondShortLived: undefined,
    revoked: undefined,
    elsewhere: new Set(),
    warnings: [],
  };
  const reports: ActReport[] = [
    {
      ...START,
      outcome: 'sound',
      why: `${plan.start.shown} answered on port ${ready.port} after ${(ready.afterMs / 1000).toFixed(1)} s.`,
      exchanges: [],
    },
  ];
  const shown: Shown[] = [];
  const hosts = realHosts(request.facts, request.env);
  const places = readPlaces(request.facts.sources ?? new Map());
  const played = acts.filter(
    ({ id }) =>
      request.only.length === 0 ||
      id === 'login' ||
      request.only.includes(id) ||
      (id === 'refresh' && request.only.some((one) => waiting.has(one))),
  );
  for (const act of played) {
    if (request.signal.aborted) break;
    request.onProgress?.(`${act.title} …`);
    const noted = world.notes.all().length;
    const outcome = await perform(act, scene);
    // A token that runs out does so while other acts play.
    if (act.id === 'login' && scene.passed.has('login') && played.some(({ id }) => waiting.has(id))) {
      recorder.act = 'refresh';
      await logInShortly(scene, request.only);
    }
    const real = askedReal(world.notes.all(), scene.elsewhere, hosts);
    if (real) {
      // Nothing of what it did then counts: it was not aimed at the sandbox.
      const fault = showsReal(real, request.facts.addresses);
      reports.push(reportOf(act, { ...notJudged(fault.because), shown: [fault] }, recorder));
      shown.push(fault);
      break;
    }
    reports.push(reportOf(act, outcome, recorder));
    shown.push(...(await placed(outcome.shown ?? [], scene, places, noted, request.facts.texts)));
    if (scene.elsewhere.size > 0 && !scene.passed.has('login')) break;
  }
  request.onProgress?.('');
  const notes = [
    ...scene.warnings,
    ...request.facts.fileWins,
    ...replacedBy(plan, request),
    ...trustNotes(request.facts.trust ?? [], request.env),
  ];
  return {
    kind: 'played',
    rehearsed: { command: plan.start.shown, port: ready.port, acts: reports, shown, notes },
    reached: wasReached(reports, request.facts) && !shown.some(({ id }) => id === 'login-fails/real-environment'),
    output: child.output(),
    leftOver: [],
  };
}

async function perform(act: Act, scene: Scene): Promise<Outcome> {
  scene.world.recorder.act = act.id;
  try {
    const outcome = await act.run(scene);
    if (!scene.child.isRunning()) return died(scene, outcome);
    return scene.world.signal.aborted ? notJudged('The run was ended.') : outcome;
  } catch (error) {
    return notJudged(`The act itself broke: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** An app that ends in the middle of an act has not refused anything. */
function died(scene: Scene, outcome: Outcome): Outcome {
  const how = scene.child.ending();
  const why = `The app ended in the middle of it${how?.code === undefined ? '' : ` (exit code ${how.code})`}.`;
  return outcome.outcome === 'unsound' ? { ...outcome, why: `${outcome.why} ${why}` } : notJudged(why);
}

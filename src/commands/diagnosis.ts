/** One diagnosis of one project, as every command runs it: opens the project, gathers, judges, reports. Prints nothing. */
import { setMaxListeners } from 'node:events';
import type { Registry } from '../diagnosis/cause.ts';
import type { Probe } from '../diagnosis/fact.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { gather } from '../diagnosis/gather.ts';
import { type FactGraph, factGraph, graphOf } from '../diagnosis/graph.ts';
import { type Judgement, judgeAll } from '../diagnosis/judge.ts';
import { scrubbedRegistry } from '../diagnosis/scrub.ts';
import type { Intake } from '../intake/types.ts';
import { codeCoverage } from '../probes/code-coverage.ts';
import type { ProbeTools } from '../probes/tools.ts';
import { problems } from '../problems/index.ts';
import { openProject } from '../project/files.ts';
import { plainText } from '../redaction/plain-text.ts';
import { createRedactor, type Redactor } from '../redaction/redactor.ts';
import { createExchangeLog, type ExchangeLog } from '../scalekit/exchanges.ts';
import { createTransport, type Transport } from '../scalekit/transport.ts';
import { engineClock } from './clock.ts';
import type { CommandIo, CommonOptions } from './options.ts';
import { probeTools } from './probe-tools.ts';

export interface DiagnosisContext {
  /** The project folder, as it was given. */
  readonly folder: string;
  readonly registry: Registry<ProbeTools>;
  readonly graph: FactGraph<ProbeTools>;
  readonly redactor: Redactor;
  readonly exchanges: ExchangeLog;
  /** Takes secrets and control codes out of text that will be shown. */
  readonly scrub: <T>(value: T) => T;
  /** Files and network afresh each time: what was gathered before is not trusted after a remedy. */
  readonly gather: (request: GatherRequest) => Promise<FactSheet>;
  readonly judge: (sheet: FactSheet) => Judgement<ProbeTools>[];
}

/** What was read is asked for by the report, whatever the causes ask. */
function graphWithCoverage(registry: Registry<ProbeTools>): FactGraph<ProbeTools> {
  const { probes, questions } = factGraph(registry);
  const more = graphOf<ProbeTools>([codeCoverage]).probes.filter((probe) => !probes.includes(probe));
  return { probes: [...probes, ...more], questions };
}

export interface GatherRequest {
  readonly pasted: Intake | undefined;
  readonly answers: FactSheet['answers'];
  readonly signal: AbortSignal;
  readonly onChange?: (sheet: FactSheet) => void;
  /** Only what the folder tells, and nothing goes out; or only this probe, with what it stands on. */
  readonly only?: 'files' | Probe<unknown, ProbeTools>;
}

/** @param all every problem that is judged: a rehearsal knows more of them. */
export function openDiagnosis(options: CommonOptions, io: CommandIo, all: Registry<ProbeTools> = problems): DiagnosisContext {
  const redactor = createRedactor();
  const scrub = <T>(value: T): T => plainDeep(redactor.redactDeep(value)) as T;
  const registry = scrubbedRegistry(all, scrub);
  const graph = graphWithCoverage(registry);
  const exchanges = createExchangeLog(redactor);
  const now = (): number => Date.now();
  const transport = createTransport({ variables: io.env, now });
  return {
    folder: options.cwd,
    registry,
    graph,
    redactor,
    exchanges,
    scrub,
    judge: (sheet) => judgeAll(registry, sheet),
    gather: async ({ pasted, answers, signal, onChange, only }) => {
      const bounded = AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs)]);
      // Dozens of probes wait for its end side by side; Node would call that a leak.
      setMaxListeners(0, bounded, signal);
      const learn = (value: string): void => redactor.learn(value);
      const hurried = endingBefore(performance.now() + options.timeoutMs, transport);
      const project = await openProject(options.cwd, { env: io.env, learn, signal: bounded });
      return gather({
        probes: only === undefined || only === 'files' ? graph.probes : graphOf([only]).probes,
        tools: probeTools({
          project,
          pasted,
          options,
          env: io.env,
          transport: hurried,
          exchanges,
          redactor,
          now,
          signal: bounded,
        }),
        clock: engineClock,
        answers,
        offline: options.offline || only === 'files',
        signal: bounded,
        scrub,
        ...(onChange ? { onChange } : {}),
      });
    },
  };
}

/** What a request needs to say for itself why it was given up, before the run is over and every reason is the same. */
const LAST_WORDS_MS = 300;

/** No request outlasts the run: a host that hangs is then named as one, however short `--timeout` is. */
function endingBefore(endMs: number, transport: Transport): Transport {
  return {
    send: (request) => {
      const left = Math.max(1, Math.round(endMs - performance.now() - LAST_WORDS_MS));
      return transport.send({ ...request, deadlineMs: Math.min(request.deadlineMs, left) });
    },
  };
}

/** Control codes out of every string; line breaks stay, since evidence may be several lines. */
function plainDeep(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value, { maxLength: 4_000, keepNewlines: true });
  if (Array.isArray(value)) return value.map(plainDeep);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainDeep(item)]));
  }
  return value;
}

/** Changes in Scalekit: sent once it was confirmed, with what was there before in the journal, and taken back with the same care. Asks nobody. */
import { realpathSync } from 'node:fs';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { RemoteChange } from '../diagnosis/remedy.ts';
import { beginChange, settleChange } from '../patches/changes.ts';
import type { JournalChange, JournalEntry } from '../patches/journal.ts';
import { isRefusal } from '../patches/refusal.ts';
import { credentials } from '../probes/credentials.ts';
import { type EnvironmentUrlFact, environmentUrl } from '../probes/environment-url.ts';
import type { ApiFailure } from '../scalekit/api-result.ts';
import { isSame, opposite, type Values, valuesSent, wordsOf } from '../scalekit/change-values.ts';
import { createScalekitClient, type ScalekitClient } from '../scalekit/client.ts';
import { createTransport } from '../scalekit/transport.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo } from './options.ts';
import { factValue } from './report.ts';

export interface SentOrNot {
  readonly ok: boolean;
  readonly message: string;
  /** In the journal. */
  readonly id?: string;
}

interface Opened {
  readonly client: ScalekitClient;
  readonly environment: EnvironmentUrlFact;
  readonly origin: string;
}

export async function sendChange(
  change: RemoteChange,
  sheet: FactSheet,
  context: DiagnosisContext,
  io: CommandIo,
): Promise<SentOrNot> {
  const opened = openClient(sheet, context, io);
  if (!opened) return { ok: false, message: 'The change was not sent: environment URL or credentials are missing.' };
  const { client } = opened;
  const before = await client.valuesBefore(change, { signal: io.signal });
  const was = before.ok ? before.value : undefined;
  if (was && isOtherThanShown(was, change))
    return {
      ok: false,
      message: `The change was not sent: ${change.what} was changed in Scalekit since it was looked at; look again.`,
    };
  const root = realpathSync(context.folder);
  const entry = beginChange(root, { summary: change.what, change: journalled(change, was, opened, context) });
  if (isRefusal(entry))
    return { ok: false, message: `The change was not sent, since it could not be written down first. ${entry.reason}` };
  const result = await client.applyChange(change, { signal: io.signal });
  if (result.ok) {
    settleChange(root, entry.id, 'applied');
    return { ok: true, message: `${change.what}: changed in Scalekit, ${environmentWords(opened)}.`, id: entry.id };
  }
  // Where the answer was lost, the change may have been made: the journal keeps it then.
  if (isRefused(result.failure)) settleChange(root, entry.id, 'refused');
  return { ok: false, message: `Scalekit did not take the change: ${result.failure.sentence}` };
}

export type ChangeUndone = { readonly kind: 'undone' } | { readonly kind: 'refused'; readonly reason: string };

/** Only where Scalekit still holds what the change left there. */
export async function takeChangeBack(
  { id, change }: JournalEntry & { readonly change: JournalChange },
  sheet: FactSheet,
  context: DiagnosisContext,
  io: CommandIo,
): Promise<ChangeUndone> {
  const no = (reason: string): ChangeUndone => ({ kind: 'refused', reason: `${change.what} was not taken back: ${reason}` });
  const root = realpathSync(context.folder);
  const opened = openClient(sheet, context, io);
  if (!opened) return no('environment URL or credentials are missing.');
  if (opened.origin !== change.environment)
    return no(`the change was made in ${change.environment}, and this project uses ${opened.origin} now.`);
  const sent = valuesSent(change);
  if (!change.was || !sent)
    return no(`what was there before could not be read when it was made; set it by hand to ${change.before}.`);
  const readValues = (): ReturnType<ScalekitClient['valuesBefore']> =>
    opened.client.valuesBefore({ ...change, method: 'PATCH' }, { signal: io.signal });
  const now = await readValues();
  if (!now.ok || !now.value) return no(now.ok ? 'what is there now could not be read.' : now.failure.sentence);
  if (!isSame(change.was, now.value)) {
    if (!isSame(sent, now.value))
      return no(`it was changed in Scalekit since. The change left ${wordsOf(sent)}; now it is ${wordsOf(now.value)}.`);
    const result = await opened.client.applyChange(opposite(change, change.was), { signal: io.signal });
    if (!result.ok) return no(result.failure.sentence);
    const after = await readValues();
    if (after.ok && after.value && !isSame(change.was, after.value))
      return no(`Scalekit took the call, and still holds ${wordsOf(after.value)}. Set it by hand to ${change.before}.`);
  }
  settleChange(root, id, 'undone');
  return { kind: 'undone' };
}

/** The environment as questions and lists name it. */
export function environmentWords({ environment, origin }: Pick<Opened, 'environment' | 'origin'>): string {
  return `${origin} (${environment.tier})`;
}

/** What a change would go to, by the facts at hand. */
export function environmentOf(sheet: FactSheet): string | undefined {
  const environment = factValue(environmentUrl, sheet);
  return environment?.credentials.ok ? environmentWords({ environment, origin: environment.credentials.origin }) : undefined;
}

function openClient(sheet: FactSheet, context: DiagnosisContext, io: CommandIo): Opened | undefined {
  const environment = factValue(environmentUrl, sheet);
  const own = factValue(credentials, sheet);
  if (!environment?.credentials.ok || !own) return undefined;
  const { origin } = environment.credentials;
  const now = (): number => Date.now();
  const client = createScalekitClient({
    environmentUrl: origin,
    credentials: own,
    transport: createTransport({ variables: io.env, now }),
    exchanges: context.exchanges,
    now,
  });
  return { client, environment, origin };
}

/** Lists and addresses are shown as they are (numbers with their unit); what was put in between must not be written over. */
function isOtherThanShown(was: Values, { before, body }: RemoteChange): boolean {
  const [value, ...others] = Object.values(was);
  if (others.length > 0 || !isRecord(body) || Object.keys(body).length !== 1) return false;
  // A whole number may come back as text.
  if (typeof Object.values(body)[0] === 'number') return false;
  const shown = Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : undefined;
  return shown !== undefined && (shown || '(none)') !== (before || '(none)');
}

/** A value that looks like a secret is not written down; the change can then only be taken back by hand. */
function journalled(
  change: RemoteChange,
  was: Values | undefined,
  { environment, origin }: Opened,
  context: DiagnosisContext,
): JournalChange {
  const { method, path, what, before, after, body } = change;
  const shown = { environment: origin, tier: environment.tier, method, path, what, before, after };
  const values = { body: isRecord(body) ? body : {}, ...(was ? { was } : {}) };
  const isClean = JSON.stringify(context.redactor.redactDeep(values)) === JSON.stringify(values);
  return { ...context.scrub(shown), ...(isClean ? values : { body: {} }) };
}

/** Scalekit has answered, and with no. */
function isRefused(failure: ApiFailure): boolean {
  return failure.kind === 'withheld' || ('status' in failure && failure.status >= 400 && failure.status < 500);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

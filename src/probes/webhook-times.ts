/** The time that a pasted delivery carries, against this computer's clock as the server corrects it, and what the check said of it. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { pasted } from './pasted.ts';
import { serverClock } from './server-clock.ts';
import { probe } from './tools.ts';

/** Standard Webhooks: both ways. Seconds. */
export const TOLERANCE = 300;

export interface WebhookTimes {
  /** As the header has it; undefined where no delivery was pasted. */
  readonly header: string | undefined;
  /** Seconds from its time to now; negative: it lies in the future. Undefined for what is no Unix time in seconds. */
  readonly age: number | undefined;
  /** Milliseconds where seconds are due. */
  readonly isMilliseconds: boolean;
  /** What the check said, where that was pasted. */
  readonly complaint: 'too-old' | 'too-new' | undefined;
  /** This computer's clock agrees with Scalekit's, as far as a delivery minds; undefined where it could not be compared. */
  readonly isClockRight: boolean | undefined;
}

export const webhookTimes = probe({
  id: 'webhook-times',
  title: 'Time of the pasted delivery',
  reach: 'derived',
  needs: { pasted },
  wants: { clock: serverClock },
  observe: ({ pasted, clock }, { now }): Outcome<WebhookTimes> => {
    const codes = pasted.artefacts.flatMap((artefact) => (artefact.kind === 'error-code' ? [artefact.code] : []));
    const complaint = codes.includes('webhook_timestamp_too_old')
      ? 'too-old'
      : codes.includes('webhook_timestamp_too_new')
        ? 'too-new'
        : undefined;
    const delivery = pasted.artefacts.find((artefact) => artefact.kind === 'webhook-delivery');
    const header = delivery?.headers['webhook-timestamp'] ?? delivery?.headers['interceptor-timestamp'];
    if (header === undefined && complaint === undefined) return skipped('No delivery with its time was pasted.');
    const text = header?.trim() ?? '';
    const isMilliseconds = /^\d{13}$/.test(text);
    const here = (now() - (clock?.skewMs ?? 0)) / 1000;
    const age = /^\d{9,11}$/.test(text) ? Math.round(here - Number(text)) : undefined;
    const isClockRight = clock && Math.abs(clock.skewMs) - clock.uncertaintyMs < TOLERANCE * 1000;
    return ok(
      { header, age, isMilliseconds, complaint, isClockRight },
      { label: 'Time of the delivery', actual: header ?? 'not pasted', ...(complaint ? { note: complaint } : {}) },
    );
  },
});

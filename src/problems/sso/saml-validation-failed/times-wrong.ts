/**
 * The assertion was not valid when it counted (SAML 2.0 Core §2.5.1.2): by its own times, by the moment at which it arrived, or because the
 * identity provider's clock is measured to be off.
 */
import type { Evidence } from '../../../diagnosis/evidence.ts';
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { type IdpMetadataFact, idpMetadata } from '../../../probes/idp-metadata.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { serverClock } from '../../../probes/server-clock.ts';
import { cause } from '../../../probes/tools.ts';
import type { ReadResponse } from './comparison.ts';
import { atIdp } from './steps.ts';

/** Milliseconds. Service providers forgive this much at the start … */
const AHEAD = 60_000;
/** … and an assertion lives for about five minutes. */
const BEHIND = 240_000;
/** A life so short that any delay ends it. */
const SHORT = 10_000;

export const timesWrong = cause({
  id: 'times-wrong',
  title: 'The assertion is not valid at the time it is used',
  side: 'idp',
  needs: {},
  wants: { response: samlResponse, metadata: idpMetadata, clock: serverClock },
  judge: ({ response, metadata, clock }) => {
    const read = response?.kind === 'read' && response.message.issuedAt !== undefined ? response : undefined;
    const found =
      (read && (atArrival(read) ?? byItself(read))) ?? (clock && byClock(metadata, clock.skewMs, clock.uncertaintyMs));
    if (found) return confirmed(found.because, { evidence: found.evidence });
    if (read)
      return ruledOut('The assertion was valid when it was issued, and when it arrived as far as that is known.', {
        label: 'IssueInstant',
        actual: new Date(read.message.issuedAt ?? 0).toISOString(),
      });
    if (clock && metadata?.seen.some((seen) => seen.clock))
      return ruledOut('The identity provider’s clock agrees with Scalekit’s.', {
        label: 'Clock of the identity provider',
        actual: 'as Scalekit’s',
      });
    return notApplicable('There is neither a response nor a clock to look at.');
  },
  remedy: () =>
    atIdp('Set the identity provider’s clock and the lifetime of its assertions', [
      {
        text: 'Let the identity provider’s servers take their time from NTP.',
        copy: 'w32tm /query /status   # or: chronyc tracking',
      },
      { text: 'Set the lifetime of assertions to about five minutes, with some seconds of tolerance before.' },
    ]),
});

interface Found {
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

const iso = (time: number | undefined): string => (time === undefined ? 'none' : new Date(time).toISOString());
const seconds = (ms: number): number => Math.round(Math.abs(ms) / 1000);

/** By the recording: the moment at which the browser posted it, or at which the server answered. */
function atArrival({ message, arrival }: ReadResponse): Found | undefined {
  const { issuedAt, notBefore, notOnOrAfter } = message;
  if (!arrival || issuedAt === undefined) return undefined;
  const clock = arrival.by === 'server' ? 'Scalekit’s clock' : 'the browser’s clock';
  const early = notBefore !== undefined && notBefore > arrival.at;
  const late = notOnOrAfter !== undefined && notOnOrAfter <= arrival.at;
  if (issuedAt - arrival.at <= AHEAD && !early && !late) return undefined;
  const skew = issuedAt - arrival.at;
  const because =
    skew > 0
      ? `The assertion was issued ${seconds(skew)} s after it arrived, by ${clock}: the identity provider’s clock is that much ahead.`
      : late
        ? `The assertion arrived ${seconds(skew)} s after it says it was issued, and had expired: the identity provider’s clock is behind, or the way took that long.`
        : `The assertion arrived ${seconds((notBefore ?? 0) - arrival.at)} s before it counts.`;
  return {
    because,
    evidence: [
      { label: `Arrived, by ${clock}`, actual: iso(arrival.at) },
      {
        label: 'Issued',
        expected: 'just before',
        actual: iso(issuedAt),
        note: `Measured skew: ${skew > 0 ? '+' : '−'}${seconds(skew)} s`,
      },
      { label: 'Valid from', expected: `before ${iso(arrival.at)}`, actual: iso(notBefore) },
      { label: 'Valid until', expected: `after ${iso(arrival.at)}`, actual: iso(notOnOrAfter), source: 'SAML 2.0 Core §2.5.1.2' },
    ],
  };
}

/** A pasted response is old by nature: it is judged by its own clock, never by today's. */
function byItself({ message: { issuedAt = 0, notBefore, notOnOrAfter } }: ReadResponse): Found | undefined {
  const early = notBefore !== undefined && notBefore - issuedAt > AHEAD;
  const late = notOnOrAfter !== undefined && notOnOrAfter <= issuedAt;
  const short = notOnOrAfter !== undefined && !late && notOnOrAfter - issuedAt < SHORT;
  if (!early && !late && !short) return undefined;
  const skew = seconds(((early ? notBefore : notOnOrAfter) ?? 0) - issuedAt);
  return {
    because: early
      ? `The assertion counts only ${skew} seconds after it was issued: the clocks of the identity provider’s servers disagree.`
      : late
        ? `The assertion had expired ${skew} seconds before it was issued.`
        : `The assertion lives for ${skew} seconds only: any delay on the way ends it.`,
    evidence: [
      { label: 'Issued', actual: iso(issuedAt) },
      { label: 'Valid from', expected: `before ${iso(issuedAt)}`, actual: iso(notBefore) },
      { label: 'Valid until', expected: 'some minutes later', actual: iso(notOnOrAfter), source: 'SAML 2.0 Core §2.5.1.2' },
    ],
  };
}

/** Both clocks against this computer's, so that its own error falls out. Skews count from here: positive is “this computer is ahead”. */
function byClock(metadata: IdpMetadataFact | undefined, scalekitMs: number, uncertaintyMs: number): Found | undefined {
  for (const { clock, from } of metadata?.seen ?? []) {
    if (!clock) continue;
    const ahead = scalekitMs - clock.skewMs;
    const doubt = uncertaintyMs + clock.uncertaintyMs;
    if (ahead - doubt <= AHEAD && -ahead - doubt <= BEHIND) continue;
    return {
      because: `The clock of ${clock.host} is ${seconds(ahead)} s ${ahead > 0 ? 'ahead of' : 'behind'} Scalekit’s: its assertions ${ahead > 0 ? 'do not count yet' : 'have expired'} when they arrive.`,
      evidence: [
        {
          label: `Clock of ${clock.host}, against Scalekit’s`,
          expected: 'within a minute',
          actual: `${ahead > 0 ? '+' : '−'}${seconds(ahead)} s`,
          note: `Measured by the Date headers of ${from} and of the environment, ± ${seconds(doubt)} s`,
        },
      ],
    };
  }
  return undefined;
}

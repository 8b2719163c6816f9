/** The assertion was no longer, or not yet, valid when it was issued: the clock of the identity provider, or its lifetime, is off. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { atIdp } from './steps.ts';

export const timesWrong = cause({
  id: 'times-wrong',
  title: 'The assertion’s times contradict its own issue',
  side: 'idp',
  needs: { response: samlResponse },
  judge: ({ response }) => {
    if (response.kind !== 'read') return notApplicable('There is no response to look at.');
    const { issuedAt, notBefore, notOnOrAfter } = response.message;
    if (issuedAt === undefined) return notApplicable('The response does not say when it was issued.');
    // A pasted response is old by nature: it is judged by its own clock, never by today's.
    const early = notBefore !== undefined && notBefore - issuedAt > 60_000;
    const late = notOnOrAfter !== undefined && notOnOrAfter <= issuedAt;
    const short = notOnOrAfter !== undefined && !late && notOnOrAfter - issuedAt < 10_000;
    if (!early && !late && !short) return ruledOut('The assertion was valid when it was issued.');
    const iso = (time: number | undefined): string => (time === undefined ? 'none' : new Date(time).toISOString());
    const skew = Math.round(((early ? (notBefore ?? 0) : (notOnOrAfter ?? 0)) - issuedAt) / 1000);
    return confirmed(
      early
        ? `The assertion counts only ${skew} seconds after it was issued: the clocks of the identity provider’s servers disagree.`
        : late
          ? `The assertion had expired ${-skew} seconds before it was issued.`
          : `The assertion lives for ${skew} seconds only: any delay on the way ends it.`,
      {
        evidence: [
          { label: 'Issued', actual: iso(issuedAt) },
          { label: 'Valid from', expected: `before ${iso(issuedAt)}`, actual: iso(notBefore) },
          { label: 'Valid until', expected: 'some minutes later', actual: iso(notOnOrAfter), source: 'SAML 2.0 Core §2.5.1.2' },
        ],
      },
    );
  },
  remedy: () =>
    atIdp('Set the identity provider’s clock and the lifetime of its assertions', [
      { text: 'Let the identity provider’s servers take their time from NTP.' },
      { text: 'Set the lifetime of assertions to about five minutes, with some seconds of tolerance before.' },
    ]),
});

/** How far this computer's clock is from the server's, by the Date header of one answer (RFC 9110 §6.6.1). */
import { fault, ok, unknown } from '../diagnosis/outcome.ts';
import { clockSkew } from '../scalekit/clock-skew.ts';
import { discovery } from './discovery.ts';
import { probe } from './tools.ts';

/** Tokens are valid for minutes: up to this skew nothing breaks. */
export const TOLERATED_SKEW_MS = 30_000;

export const serverClock = probe({
  id: 'server-clock',
  title: 'Clock of this computer against Scalekit’s',
  reach: 'derived',
  needs: { discovery },
  observe: ({ discovery: { timing, exchange } }) => {
    if (!timing) {
      return unknown(
        'The server sent no Date header, so the clocks could not be compared.',
        'Compare this computer’s clock with https://time.is.',
      );
    }
    const skew = clockSkew(timing.serverDate, timing.sentAt, timing.receivedAt);
    const seconds = Math.round(skew.skewMs / 1000);
    const evidence = {
      label: 'Clock of this computer',
      expected: timing.serverDate.toISOString(),
      actual: new Date(timing.receivedAt).toISOString(),
      note:
        Math.abs(seconds) <= 1
          ? 'Both clocks agree.'
          : `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} the server.`,
      exchange,
    };
    const wrong = Math.abs(skew.skewMs) - skew.uncertaintyMs > TOLERATED_SKEW_MS;
    return wrong ? fault(skew, evidence) : ok(skew, evidence);
  },
});

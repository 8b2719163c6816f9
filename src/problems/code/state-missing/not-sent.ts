/** getAuthorizationUrl is called, or an authorize request by hand is sent, without `state`. */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { code } from '../../../probes/code.ts';
import { loginFlow } from '../../../probes/login-flow.ts';
import { cause } from '../../../probes/tools.ts';
import { addressOf } from '../../by-hand.ts';
import { stateRemedies } from './steps.ts';

export const notSent = cause({
  id: 'not-sent',
  title: 'The login is started without a state',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { flow: loginFlow },
  wants: { code },
  judge: ({ flow }) => {
    if (flow.starts.length === 0) return notApplicable('The code starts no login.');
    const without = flow.starts.filter(({ state }) => state === 'none');
    const unclear = flow.starts.find(({ state }) => state === 'unknown');
    if (without.length === 0 && unclear)
      return undecided(
        'Whether a login is started with a state cannot be followed in the code.',
        'Look whether `state` stands in the address of the login page.',
        { label: 'Starts the login', location: unclear.call.at.location },
      );
    if (without.length === 0)
      return ruledOut(
        'Every login is started with a state.',
        ...flow.starts.map(({ location }) => ({ label: 'Sends the state', location })),
      );
    const how = without.every(({ call }) => call.byHand) ? 'The authorize request is sent' : 'getAuthorizationUrl is called';
    return confirmed(
      `${how} without \`state\`, so the callback cannot tell a login that this browser started from one that somebody else did.`,
      {
        evidence: without.flatMap(({ call }) => [
          {
            label: call.byHand ? 'Parameters of the authorize request' : 'Options of getAuthorizationUrl',
            expected: 'state: a fresh random value',
            actual: 'no state',
            location: call.at.location,
            source: 'RFC 6749 §10.12',
          },
          ...addressOf(call),
        ]),
      },
    );
  },
  remedy: ({ flow, code }) => stateRemedies(flow, code),
});

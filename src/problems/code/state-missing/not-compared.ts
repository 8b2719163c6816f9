/** The state is sent, comes back, and nobody looks at it. */
import { confirmed, notApplicable, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { code } from '../../../probes/code.ts';
import { loginFlow } from '../../../probes/login-flow.ts';
import { cause } from '../../../probes/tools.ts';
import { stateRemedies } from './steps.ts';

export const notCompared = cause({
  id: 'not-compared',
  title: 'The callback never looks at the state that comes back',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { flow: loginFlow },
  wants: { code },
  judge: ({ flow }) => {
    const { callbacks } = flow;
    const sent = flow.starts.find(({ state }) => state === 'sent');
    if (callbacks.length === 0 || !sent) return notApplicable('No login with a state was found together with its callback.');
    const blind = callbacks.filter(({ readsState, usesState }) => readsState === 'no' || !usesState);
    if (blind.length === 0) {
      const handedOn = callbacks.find(({ readsState }) => readsState === 'handed-on');
      if (!handedOn) return ruledOut('The callback makes use of the state.');
      return possible('The callback hands the whole query on; whether anything compares the state cannot be seen.', {
        locations: [handedOn.handler.at.location],
      });
    }
    const verb = blind.some(({ readsState }) => readsState === 'no') ? 'reads' : 'compares';
    return confirmed(`The login sends a state, but the callback never ${verb} the one that comes back: it protects nothing.`, {
      evidence: [
        ...blind.map(({ handler, readsState }) => ({
          label: `Callback ${handler.path}`,
          expected: 'state is compared with the one that was sent',
          actual: readsState === 'no' ? 'state is not read' : 'state is read, and nothing is done with it',
          location: handler.at.location,
          source: 'RFC 6749 §10.12',
        })),
        { label: 'Sends the state', location: sent.location },
      ],
    });
  },
  remedy: ({ flow, code }) => stateRemedies(flow, code),
});

/** The state is sent, comes back, and nobody looks at it. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { code } from '../../../probes/code.ts';
import { loginFlow } from '../../../probes/login-flow.ts';
import { cause } from '../../../probes/tools.ts';
import { notFollowed } from '../../unread.ts';
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
    const idle = callbacks.filter(({ state }) => !state.isRead || !state.isUsed);
    if (idle.length === 0) {
      const open = callbacks.filter(({ state }) => !state.isCompared || state.unsure.length > 0);
      if (open.length === 0) return ruledOut('The callback compares the state.');
      return notFollowed(
        'whether the state that comes back is compared with the one that was sent',
        open.flatMap(({ state, handler }) => [
          ...state.unsure,
          ...state.unread,
          { name: handler.path, location: handler.at.location },
        ]),
      );
    }
    const blind = idle.filter(({ state }) => state.unread.length === 0);
    if (blind.length === 0)
      return notFollowed(
        'whether the state that comes back is compared with the one that was sent',
        idle.flatMap(({ state }) => state.unread),
      );
    const verb = blind.some(({ state }) => !state.isRead) ? 'reads' : 'compares';
    return confirmed(`The login sends a state, but the callback never ${verb} the one that comes back: it protects nothing.`, {
      evidence: [
        ...blind.map(({ handler, state }) => ({
          label: `Callback ${handler.path}`,
          expected: 'state is compared with the one that was sent',
          actual: !state.isRead ? 'state is not read' : 'state is read, and nothing is done with it',
          location: handler.at.location,
          source: 'RFC 6749 §10.12',
        })),
        { label: 'Sends the state', location: sent.location },
      ],
    });
  },
  remedy: ({ flow, code }) => stateRemedies(flow, code),
});

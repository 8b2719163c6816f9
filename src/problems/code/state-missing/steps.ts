/** What a sound state takes: as a patch where login and callback have known shapes, and as steps. */
import type { Remedy } from '../../../diagnosis/remedy.ts';
import { type StateCode, soundState } from '../../../patches/rules/state/sound-state.ts';
import type { LoginFlow } from '../../../probes/login-flow.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export function stateRemedies(flow: LoginFlow, code: StateCode | undefined): Remedy[] {
  const callbacks = flow.callbacks.map(({ call, handler, state }) => ({
    call,
    handler,
    compares: state.isRead && state.isUsed,
  }));
  return [
    ...remedyOfRule(
      code && soundState(flow.starts, callbacks, code),
      'Send a fresh random state with each login and compare it in the callback',
    ),
    steps,
  ];
}

const steps: Remedy = {
  kind: 'steps',
  summary: 'Send a fresh random state with each login and compare it in the callback',
  steps: [
    {
      text: 'Where the login starts, make a value that nobody can guess.',
      copy: "const state = randomBytes(16).toString('hex');",
    },
    { text: 'Keep it in a cookie with httpOnly and sameSite lax, and pass it to getAuthorizationUrl as `state`.' },
    {
      text: 'In the callback, compare the query’s `state` with the cookie’s before the code is used, refuse when they differ, and clear the cookie.',
    },
  ],
};

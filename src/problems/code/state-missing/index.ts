/** A login without a sound `state`: anybody can make a victim's browser finish a login of his own (RFC 6749 §10.12). */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { notCompared } from './not-compared.ts';
import { notSent } from './not-sent.ts';
import { predictable } from './predictable.ts';

export const stateMissing = problem<ProbeTools>({
  id: 'state-missing',
  category: 'code',
  title: 'The state of the login is not checked',
  looksLike: 'Logins work, and a security review finds login CSRF: state is missing, constant, or never compared.',
  symptoms: {
    codes: ['state_mismatch', 'invalid_state'],
    phrases: ['state mismatch', 'state does not match', 'csrf on login', 'missing state parameter'],
  },
  causes: [notSent, predictable, notCompared],
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
});

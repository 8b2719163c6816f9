/** A state that everybody knows, or can guess, protects nothing. */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { code } from '../../../probes/code.ts';
import { loginFlow } from '../../../probes/login-flow.ts';
import { cause } from '../../../probes/tools.ts';
import { stateRemedies } from './steps.ts';

export const predictable = cause({
  id: 'predictable',
  title: 'The state of the login can be guessed',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { flow: loginFlow },
  wants: { code },
  judge: ({ flow }) => {
    const sent = flow.starts.filter(({ state }) => state === 'sent');
    if (sent.length === 0) return notApplicable('No state stands in the options of getAuthorizationUrl.');
    const bad = sent.filter(({ guessable }) => guessable !== undefined);
    const [first] = bad;
    const unclear = sent.find(({ isRandom }) => !isRandom);
    if (!first && unclear)
      return undecided(
        'Where the state comes from cannot be followed in the code.',
        'Look whether it is made anew for each login, of at least 128 random bits.',
        { label: 'state', location: unclear.location },
      );
    if (!first)
      return ruledOut(
        'The state is made of random bytes.',
        ...sent.map(({ location }) => ({ label: 'state', actual: 'random', location })),
      );
    return confirmed(
      first.guessable === 'constant'
        ? 'The state is the same for every login, so an attacker knows it.'
        : `The state is made of ${first.guessable}, which an attacker can guess.`,
      {
        evidence: bad.flatMap(({ location, madeAt, guessable }) => [
          ...(madeAt && madeAt.line !== location.line ? [{ label: 'The state is made here', location: madeAt }] : []),
          {
            label: 'state',
            expected: 'a random value of at least 128 bits, e.g. crypto.randomBytes(16)',
            actual: guessable ?? '',
            location,
            source: 'RFC 6749 §10.10',
          },
        ]),
      },
    );
  },
  remedy: ({ flow, code }) => stateRemedies(flow, code),
});

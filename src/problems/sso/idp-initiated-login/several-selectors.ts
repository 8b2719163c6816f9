/** More than one selector is sent on; Scalekit takes the most exact one, and refuses those that contradict each other. */

import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { keepConnectionOnly } from '../../../patches/rules/one-selector.ts';
import { idpReaders } from '../../../probes/idp-readers.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { handlerRemedy } from './steps.ts';

export const severalSelectors = cause({
  id: 'several-selectors',
  title: 'The login goes on with more than one selector',
  side: 'app',
  severity: 'warning',
  wants: { readers: idpReaders },
  judge: ({ readers }) => {
    if (!readers) return notApplicable('No handler reads idp_initiated_login.');
    const bad = readers.filter(({ selectors }) => selectors.length > 1);
    const [first] = bad;
    if (!first)
      return ruledOut(
        'No more than one selector is sent on.',
        ...readers.map(({ handler, selectors, location }) => ({
          label: `Selectors of ${handler.path}`,
          actual: selectors.join(', ') || 'none',
          location,
        })),
      );
    return confirmed(
      `${first.handler.path} hands ${first.selectors.join(' and ')} to getAuthorizationUrl; an IdP-initiated login goes on with exactly one.`,
      {
        evidence: bad.map(({ selectors, selectorsAt, location }) => ({
          label: 'Selectors of getAuthorizationUrl',
          expected: 'connectionId alone',
          actual: selectors.join(', '),
          location: selectorsAt ?? location,
        })),
      },
    );
  },
  remedy: ({ readers = [] }) => [
    ...remedyOfRule(
      readers.filter(({ selectors }) => selectors.length > 1).flatMap(({ handler }) => keepConnectionOnly(handler) ?? []),
      'Send connectionId alone',
    ),
    handlerRemedy('Send connectionId alone'),
  ],
});

/** Code that uses the SDK as it is not: calls, arguments and results held against the installed version's own types. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { booleanUsedAsClaims } from './boolean-used-as-claims.ts';
import { clientNotImported } from './client-not-imported.ts';
import { missingAwait } from './missing-await.ts';
import { noSuchEndpoint } from './no-such-endpoint.ts';
import { noSuchMethod } from './no-such-method.ts';
import { noSuchResultField } from './no-such-result-field.ts';
import { wrongArguments } from './wrong-arguments.ts';
import { wrongPackage } from './wrong-package.ts';

export const unknownSdkCall = problem<ProbeTools>({
  id: 'unknown-sdk-call',
  category: 'code',
  title: 'A call that the SDK does not have',
  looksLike: '“scalekit.… is not a function”, or a field of its result is undefined.',
  symptoms: {
    codes: [],
    phrases: ['scalekit sdk has no such method', 'method does not exist in the scalekit sdk', 'sdk result field undefined'],
  },
  causes: [
    wrongPackage,
    clientNotImported,
    noSuchMethod,
    noSuchEndpoint,
    wrongArguments,
    noSuchResultField,
    booleanUsedAsClaims,
    missingAwait,
  ],
  docs: 'https://docs.scalekit.com/apis/',
});

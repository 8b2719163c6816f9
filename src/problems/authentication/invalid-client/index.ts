/** Invalid client credentials: `invalid_client`, or an AxiosError with status 401 that says nothing more. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { apiAccessDisallowed } from './api-access-disallowed.ts';
import { applicationInactive } from './application-inactive.ts';
import { envNotLoaded } from './env-not-loaded.ts';
import { environmentUrlMalformed } from './environment-url-malformed.ts';
import { notAnEnvironment } from './not-an-environment.ts';
import { placeholder } from './placeholder.ts';
import { secretExpired } from './secret-expired.ts';
import { secretInactive } from './secret-inactive.ts';
import { valueMangled } from './value-mangled.ts';
import { variableMisnamed } from './variable-misnamed.ts';
import { variableMissing } from './variable-missing.ts';
import { wrongEnvironment } from './wrong-environment.ts';
import { wrongId } from './wrong-id.ts';
import { wrongSecret } from './wrong-secret.ts';

export const invalidClient = problem<ProbeTools>({
  id: 'invalid-client',
  category: 'authentication',
  title: 'Invalid client credentials',
  looksLike: 'Calls fail with invalid_client, with status 401, or with “Invalid URL” before anything is sent.',
  symptoms: {
    codes: ['invalid_client', 'application_not_active', 'unauthorized_client'],
    phrases: [
      'client authentication failed',
      'request failed with status code 401',
      'invalid client credentials',
      'wrong client secret',
    ],
  },
  causes: [
    notAnEnvironment,
    environmentUrlMalformed,
    variableMissing,
    variableMisnamed,
    envNotLoaded,
    placeholder,
    valueMangled,
    wrongEnvironment,
    wrongId,
    secretExpired,
    secretInactive,
    applicationInactive,
    wrongSecret,
    apiAccessDisallowed,
  ],
  comesFirst: true,
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
});

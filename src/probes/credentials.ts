/** The client id and client secret as the app hands them over. Derived: nothing is sent. */
import { ok, skipped } from '../diagnosis/outcome.ts';
import { Secret } from '../redaction/secret.ts';
import type { Credentials } from '../scalekit/credentials.ts';
import { type Setting, settings } from './settings.ts';
import { probe } from './tools.ts';

export interface CredentialsFact extends Credentials {
  readonly idSetting: Setting;
  readonly secretSetting: Setting;
}

export const credentials = probe({
  id: 'credentials',
  title: 'Client id and client secret',
  reach: 'derived',
  needs: { settings },
  observe: ({ settings: { clientId, clientSecret } }) => {
    if (!clientId || !clientSecret) {
      const missing = [clientId ? '' : 'client id', clientSecret ? '' : 'client secret']
        .filter((part) => part !== '')
        .join(' and ');
      return skipped(`No ${missing} was found in code, env files or the environment.`);
    }
    const value: CredentialsFact = {
      clientId: clientId.text,
      clientSecret: new Secret(clientSecret.text),
      idSetting: clientId,
      secretSetting: clientSecret,
    };
    return ok(
      value,
      { label: `Client id (${clientId.variable})`, actual: clientId.text, ...at(clientId) },
      { label: `Client secret (${clientSecret.variable})`, actual: value.clientSecret.masked, ...at(clientSecret) },
    );
  },
});

function at(setting: Setting) {
  return setting.location ? { location: setting.location } : {};
}

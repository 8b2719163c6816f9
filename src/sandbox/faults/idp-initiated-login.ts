/** IdP-initiated SSO fails. */
import type { JsonObject } from '../state.ts';
import { type Fault, resourceOf } from './fault.ts';

export const idpInitiatedLogin: readonly Fault[] = [
  {
    id: 'idp-initiated-login/url-not-registered',
    breaks: ({ client }) => {
      client.initiateLoginUri = '';
    },
  },
  {
    id: 'idp-initiated-login/url-not-https',
    breaks: ({ client }) => {
      client.initiateLoginUri = 'http://app.acme.example/login';
    },
  },
  {
    id: 'idp-initiated-login/handler-missing',
    breaks: ({ client }) => {
      client.initiateLoginUri = client.initiateLoginUri.replace(/\/[^/]*$/, '/sso/initiate');
    },
  },
  {
    id: 'idp-initiated-login/not-allowed',
    breaks: (state) => {
      const saml = resourceOf(state, 'connections', state.connectionId)?.['saml_config'];
      if (typeof saml === 'object' && saml !== null && !Array.isArray(saml))
        (saml as JsonObject)['allow_idp_initiated_login'] = false;
    },
  },
];

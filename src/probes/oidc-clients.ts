/** Clients of OpenID Connect libraries that are Scalekit's: by their issuer's host or the form of their client id. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { OidcConfiguration, Value } from '../project/code/types.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { lookUpIn, resolveText } from './resolved-text.ts';
import { environmentOriginOf, isClientId } from './roles-by-value.ts';
import { probe } from './tools.ts';

export const oidcClients = probe({
  id: 'oidc-clients',
  title: 'Scalekit by way of an OpenID Connect library',
  reach: 'derived',
  needs: { code },
  wants: { env: envFiles },
  observe: ({ code, env }, { given }): Outcome<readonly OidcConfiguration[]> => {
    const lookUp = lookUpIn(env, given.env);
    const text = (value: Value): string => {
      const resolved = resolveText(value, lookUp);
      return resolved.kind === 'text' ? resolved.text : '';
    };
    const own = code.oidcConfigurations.filter(
      ({ issuer, clientId }) => environmentOriginOf(text(issuer)) !== undefined || isClientId(text(clientId)),
    );
    if (own.length === 0) return skipped('No library for OpenID Connect is set up for Scalekit.');
    return ok(own, ...own.map(({ at }) => ({ label: 'Is set up for Scalekit', location: at.location })));
  },
});

/** Where the app wants the browser sent after Scalekit's logout, and whether the client allows it. */
import type { Location } from '../diagnosis/evidence.ts';
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { matchRegistered } from '../scalekit/redirect-uri.ts';
import { clientSettings } from './client-settings.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { lookUpIn, resolveText } from './resolved-text.ts';
import { probe } from './tools.ts';

export interface PostLogoutUris {
  readonly uses: readonly { readonly uri: string; readonly location: Location; readonly allowed: boolean }[];
  readonly allowed: readonly string[];
  readonly clientId: string;
  readonly exchange: string;
}

export const postLogoutUris = probe({
  id: 'post-logout-uris',
  title: 'Where people go after the logout',
  reach: 'derived',
  needs: { code, client: clientSettings },
  wants: { env: envFiles },
  observe: ({ code, client, env }, { given }): Outcome<PostLogoutUris> => {
    const allowed = client.client.post_logout_redirect_uris;
    const uses = code.calls
      .filter(({ method }) => method === 'getLogoutUrl')
      .flatMap((call) => {
        const [options] = call.args;
        const value = options?.kind === 'object' ? options.properties.get('postLogoutRedirectUri') : undefined;
        const resolved = value ? resolveText(value, lookUpIn(env, given.env)) : undefined;
        if (resolved?.kind !== 'text' || resolved.unset.length > 0) return [];
        return [
          { uri: resolved.text, location: call.at.location, allowed: matchRegistered(resolved.text, allowed).kind !== 'none' },
        ];
      });
    if (uses.length === 0) return skipped('The code names no address to go to after the logout.');
    const value = { uses, allowed, clientId: client.client.id, exchange: client.exchange };
    const evidence = uses.map(({ uri, location }) => ({ label: 'After the logout', actual: uri, location }));
    return uses.every((use) => use.allowed) ? ok(value, ...evidence) : fault(value, ...evidence);
  },
});

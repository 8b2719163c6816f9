/** The logout route ends the app's session and never sends the browser to Scalekit's logout endpoint. */

import type { ValueOf } from '../../../diagnosis/fact.ts';
import type { Remedy, Step } from '../../../diagnosis/remedy.ts';
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { endSessionToo } from '../../../patches/rules/end-session-too.ts';
import { fetchesOf } from '../../../patches/rules/logout/fetches.ts';
import { clientSettings } from '../../../probes/client-settings.ts';
import { code } from '../../../probes/code.ts';
import { type LoginFlow, loginFlow } from '../../../probes/login-flow.ts';
import { redirectUris } from '../../../probes/redirect-uris.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const localOnly = cause({
  id: 'local-only',
  title: 'Logging out ends only the app’s own session',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/logout/',
  needs: { flow: loginFlow },
  wants: { code, client: clientSettings, sent: redirectUris },
  judge: ({ flow }) => {
    const [first] = [...flow.logouts].sort((a, b) => Number(b.endsOwnSession) - Number(a.endsOwnSession));
    if (!first) return notApplicable('No logout route was found.');
    if (flow.logoutCalls.length > 0 || flow.namesLogoutEndpoint) return ruledOut('The code knows Scalekit’s logout endpoint.');
    return confirmed(
      `${first.path} ${first.endsOwnSession ? 'ends the app’s session and ' : ''}never calls getLogoutUrl: the session at Scalekit stays, so the next login needs no password.`,
      {
        evidence: [
          {
            label: `Logout ${first.path}`,
            expected: 'a redirect to the URL that getLogoutUrl returns',
            actual: first.endsOwnSession ? 'only the app’s own session ends' : 'neither session ends',
            location: first.location,
            source: 'OpenID Connect RP-Initiated Logout 1.0 §2',
          },
        ],
      },
    );
  },
  remedy: ({ flow, code, client, sent }) => {
    const allowed = client && registeredHere(client.client.post_logout_redirect_uris, sent);
    const [first, ...others] = allowed ?? [];
    // Scalekit leads nobody to an address that is not registered.
    const edits = allowed?.length === 0 ? [] : patches(flow, code, first === undefined ? undefined : [first, ...others]);
    return [...edits, byHand(flow, code)];
  },
});

/** Those on the address that the login comes back to: the app is there. */
function registeredHere(registered: readonly string[], sent: ValueOf<typeof redirectUris> | undefined): string[] {
  const origins = new Set(
    (sent?.uses ?? []).flatMap(({ uri }) => (uri !== undefined && URL.canParse(uri) ? [new URL(uri).origin] : [])),
  );
  return registered.filter((uri) => URL.canParse(uri) && !uri.includes('*') && origins.has(new URL(uri).origin));
}

/** Where nobody could say what is registered, it is only proposed. */
function patches(
  flow: LoginFlow,
  read: ValueOf<typeof code> | undefined,
  allowed: readonly [string, ...string[]] | undefined,
): Remedy[] {
  const remedies = remedyOfRule(
    flow.logouts
      .flatMap(({ endsOwnSession, handler }) => (endsOwnSession && handler ? [handler] : []))
      .flatMap(
        (handler) =>
          endSessionToo({
            handler,
            logins: flow.starts.map(({ call }) => call),
            modules: read?.modules ?? [],
            allowed,
          }) ?? [],
      ),
    'Send the browser to Scalekit’s logout endpoint, too',
  );
  if (allowed) return remedies;
  return remedies.map((remedy) =>
    remedy.kind === 'edits' ? { ...remedy, sure: false, afterwards: [...(remedy.afterwards ?? []), toRegister] } : remedy,
  );
}

const toRegister: Step = {
  text: 'Register postLogoutRedirectUri in Scalekit’s dashboard under Authentication → Redirects.',
  link: 'https://app.scalekit.com',
};

function byHand(flow: LoginFlow, read: ValueOf<typeof code> | undefined): Remedy {
  return {
    kind: 'steps',
    summary: 'Send the browser to Scalekit’s logout endpoint, too',
    steps: [
      { text: 'Keep the idToken that authenticateWithCode returns with the session.' },
      ...lastStep(flow, read),
      toRegister,
    ],
  };
}

/** A script that calls the route cannot follow a redirect to another origin: it has to be told the address. */
function lastStep({ logouts }: LoginFlow, read: ValueOf<typeof code> | undefined): Step[] {
  const copy = 'scalekit.getLogoutUrl({ idTokenHint: session.idToken, postLogoutRedirectUri })';
  const [page] = logouts.flatMap(({ path }) => fetchesOf(path, read?.modules ?? []));
  if (!page) return [{ text: 'After ending the app’s session, redirect the browser there.', copy }];
  const { file, line } = page.module.file.locationAt(page.call.startIndex);
  return [
    {
      text: `${file}:${line} calls the route by a script, and the browser refuses a redirect to Scalekit there (CORS): answer with the address as JSON.`,
      copy: `{ url: ${copy} }`,
    },
    { text: `In ${file}, let the page go there.`, copy: 'window.location.href = (await response.json()).url;' },
  ];
}

/** A placeholder in the redirect URI was never filled in, or a variable in it is set nowhere: what is sent is no URI of the app's. */
import type { Remedy } from '../../../diagnosis/remedy.ts';
import { confirmed, notApplicable, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { envFiles } from '../../../probes/env-files.ts';
import {
  type JudgedUse,
  type RedirectUriStandings,
  redirectUriStandings,
  servesUri,
} from '../../../probes/redirect-uri-standing.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyToSend } from './replace-uri.ts';

export const templateVariables = cause({
  id: 'template-variables',
  title: 'A variable in the redirect URI is not filled in',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/guides/dashboard/redirects/',
  needs: { standings: redirectUriStandings },
  wants: { env: envFiles },
  judge: ({ standings, env }) => {
    const bad = standings.uses.filter(isUnfilled);
    const [first] = bad;
    if (!first) {
      const known = standings.uses.flatMap(({ uri }) => uri ?? []);
      if (known.length === 0) return notApplicable('No redirect URI of the app is known.');
      return ruledOut('Every part of every redirect URI that is known is filled in.', {
        label: 'Redirect URIs',
        actual: [...new Set(known)].join(', '),
      });
    }
    const noFiles = !env?.files.some(({ role }) => role === 'given' || role === 'loaded');
    const mayBeSetElsewhere = noFiles && bad.every(({ standing }) => standing.kind === 'unset');
    // That nothing is set is said by the cause for missing variables.
    const claim = mayBeSetElsewhere ? possible : confirmed;
    return claim(mayBeSetElsewhere ? `${sentence(first)} No env file was found; your platform may set it.` : sentence(first), {
      evidence: bad.map((use) => {
        const at = use.writtenLocation ?? use.location;
        return {
          label: 'Redirect URI',
          expected: 'a whole URI',
          actual: use.uri ?? use.doubt ?? 'undefined',
          ...(at ? { location: at } : {}),
        };
      }),
    });
  },
  remedy: ({ standings }) => {
    const first = standings.uses.find(isUnfilled);
    return first ? remedies(first, standings) : [];
  },
});

type Unfilled = JudgedUse & { readonly standing: Extract<JudgedUse['standing'], { readonly kind: 'unset' | 'unfilled' }> };

function isUnfilled(use: JudgedUse): use is Unfilled {
  return use.standing.kind === 'unset' || use.standing.kind === 'unfilled';
}

function sentence(use: Unfilled): string {
  if (use.standing.kind === 'unfilled')
    return `The app sends ${use.uri} with ${use.standing.placeholder} still in it: nothing fills it in.`;
  const names = use.standing.variables.join(', ');
  return `The redirect URI is made of ${names}, which ${use.standing.variables.length > 1 ? 'are' : 'is'} set nowhere: the app sends “${use.uri ?? 'undefined'}”.`;
}

function remedies(use: Unfilled, standings: RedirectUriStandings): Remedy[] {
  const allowed = standings.allowed?.uris ?? [];
  const [only] = allowed;
  if (use.standing.kind === 'unfilled' && allowed.length === 1 && only !== undefined && servesUri(only, standings) === 'yes') {
    const send = remedyToSend(use, only, `Send ${only}, the one URL that Scalekit allows`);
    if (send.length > 0) return send;
  }
  const what =
    use.standing.kind === 'unset'
      ? `Set ${use.standing.variables.join(' and ')}`
      : `Replace ${use.standing.placeholder} by its value`;
  return [
    {
      kind: 'steps',
      summary: `${what} where the app’s settings are`,
      steps: [
        { text: `${what} in the env file (or where your platform keeps settings).` },
        ...(only === undefined
          ? []
          : [{ text: `The whole must come to one of the allowed callback URLs, for example ${only}.`, copy: only }]),
        { text: 'Restart the app.' },
      ],
    },
  ];
}

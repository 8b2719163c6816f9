/** The redirect URI breaks one of Scalekit's rules, so that it cannot even be registered. */

import type { Remedy } from '../../../diagnosis/remedy.ts';
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import {
  type JudgedUse,
  type RedirectUriStandings,
  type RuleBreak,
  redirectUriStandings,
  servesUri,
} from '../../../probes/redirect-uri-standing.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyToSend } from './replace-uri.ts';

export const breaksARule = cause({
  id: 'breaks-a-rule',
  title: 'The redirect URI breaks a rule of Scalekit’s',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/guides/dashboard/redirects/',
  needs: { standings: redirectUriStandings },
  judge: ({ standings }) => {
    const bad = standings.uses.filter(isBreaking);
    const [first] = bad;
    if (!first) {
      const known = standings.uses.flatMap(({ uri }) => uri ?? []);
      if (known.length === 0) return notApplicable('No redirect URI of the app is known.');
      return ruledOut('No redirect URI that is known breaks a rule.', {
        label: 'Redirect URIs',
        actual: [...new Set(known)].join(', '),
      });
    }
    const listed =
      first.standing.refusedIn === undefined ? '' : ' Scalekit refuses it, though it is among the allowed callback URLs.';
    return confirmed(`${first.uri}: ${first.standing.breaks.map(inWords).join(' ')}${listed}`, {
      evidence: bad.flatMap((use) => {
        const at = use.writtenLocation ?? use.location;
        return use.standing.breaks.map((rule) => ({
          label: 'Redirect URI',
          expected: expectation(rule),
          actual: use.uri ?? '',
          ...(at ? { location: at } : {}),
          ...(use.standing.refusedIn === undefined ? {} : { exchange: use.standing.refusedIn }),
        }));
      }),
    });
  },
  remedy: ({ standings }) => {
    const first = standings.uses.find(isBreaking);
    return first ? remedies(first, standings) : [];
  },
});

type Breaking = JudgedUse & { readonly standing: Extract<JudgedUse['standing'], { readonly kind: 'breaks-a-rule' }> };

function isBreaking(use: JudgedUse): use is Breaking {
  return use.standing.kind === 'breaks-a-rule';
}

/** Without query and fragment it is often exactly what is registered; what else it should be, only the user knows. */
function remedies(use: Breaking, standings: RedirectUriStandings): Remedy[] {
  const allowed = standings.allowed?.uris ?? [];
  const bare = use.uri?.replace(/[?#].*$/s, '') ?? '';
  const tail = use.standing.breaks.every((rule) => rule.kind === 'query' || rule.kind === 'fragment');
  if (tail && bare !== '') {
    const send = remedyToSend(use, bare, `Send ${bare}; carry what was in the query in the state parameter instead`);
    if (send.length > 0)
      return allowed.includes(bare) || allowed.length === 0 ? send : send.map((remedy) => ({ ...remedy, sure: false }) as Remedy);
  }
  const [only] = allowed;
  const send =
    allowed.length === 1 && only !== undefined && servesUri(only, standings) === 'yes'
      ? remedyToSend(use, only, `Send ${only}, the one URL that Scalekit allows`)
      : [];
  return [
    ...send,
    {
      kind: 'steps',
      summary: 'Use a redirect URI that keeps the rules',
      steps: [
        ...use.standing.breaks.map((rule) => ({ text: advice(rule) })),
        { text: 'Register it in the dashboard under Authentication → Redirects, and send exactly the same from the app.' },
      ],
    },
  ];
}

function inWords(rule: RuleBreak): string {
  switch (rule.kind) {
    case 'not-absolute':
      return 'it is not an absolute URI with a scheme and a host.';
    case 'query':
      return 'a redirect URI may have no query.';
    case 'fragment':
      return 'a redirect URI may have no fragment (RFC 6749 §3.1.2).';
    case 'too-long':
      return `it has ${rule.length} characters; 256 are allowed.`;
    case 'wildcard':
      return `${rule.why}.`;
    case 'http-in-production':
      return 'a production environment allows https only.';
    case 'localhost-in-production':
      return 'a production environment allows no localhost.';
  }
}

function expectation(rule: RuleBreak): string {
  switch (rule.kind) {
    case 'not-absolute':
      return 'scheme, host and path, like https://app.example.com/auth/callback';
    case 'query':
      return 'no “?” in it';
    case 'fragment':
      return 'no “#” in it';
    case 'too-long':
      return 'at most 256 characters';
    case 'wildcard':
      return 'a wildcard only in the outermost label of the host, and only in a development environment';
    case 'http-in-production':
      return 'https://';
    case 'localhost-in-production':
      return 'a public host (use a development environment for localhost)';
  }
}

function advice(rule: RuleBreak): string {
  switch (rule.kind) {
    case 'query':
      return 'Leave the query out and carry what it holds in the state parameter.';
    case 'fragment':
      return 'Leave the fragment out.';
    case 'http-in-production':
      return 'Serve the callback over https, or use a development environment.';
    case 'localhost-in-production':
      return 'Point SCALEKIT_ENVIRONMENT_URL at your development environment while you work on localhost.';
    default:
      return `Write it so that it has ${expectation(rule)}.`;
  }
}

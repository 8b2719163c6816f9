/** The redirect URI is a sound one, and the client simply does not have it among its allowed callback URLs. */
import type { Evidence } from '../../../diagnosis/evidence.ts';
import type { Remedy } from '../../../diagnosis/remedy.ts';
import { confirmed, likely, notApplicable, ruledOut, undecided, type Verdict } from '../../../diagnosis/verdict.ts';
import { listensFor } from '../../../probes/listening-ports.ts';
import {
  type JudgedUse,
  type RedirectUriStandings,
  redirectUriStandings,
  servesUri,
} from '../../../probes/redirect-uri-standing.ts';
import { isLocal } from '../../../probes/redirect-uris.ts';
import { cause } from '../../../probes/tools.ts';
import { inWords } from './differences.ts';
import { remedyToRegister, remedyToSend } from './replace-uri.ts';

export const notRegistered = cause({
  id: 'not-registered',
  title: 'The redirect URI is not among the allowed callback URLs',
  side: 'scalekit',
  docs: 'https://docs.scalekit.com/guides/dashboard/redirects/',
  needs: { standings: redirectUriStandings },
  judge: ({ standings }) => judge(standings),
  remedy: ({ standings }) =>
    unregistered(standings)
      .slice(0, 1)
      .flatMap((use) => remediesFor(use, standings)),
});

type Unregistered = JudgedUse & {
  readonly uri: string;
  readonly standing: Extract<JudgedUse['standing'], { readonly kind: 'not-registered' }>;
};

function judge(standings: RedirectUriStandings): Verdict {
  const bad = unregistered(standings);
  const [first] = bad;
  if (first) return confirmed(sentence(first), { evidence: bad.flatMap((use) => evidenceFor(use, standings)) });
  const started = standings.uses.filter((use) => use.step !== 'exchange');
  const refused = started.find((use) => use.standing.kind === 'refused');
  if (refused?.standing.kind === 'refused') {
    return likely(
      `Scalekit refuses ${refused.uri}, though the settings of this client have it among the allowed callback URLs.`,
      {
        evidence: [
          {
            label: 'Redirect URI that starts the login',
            expected: 'accepted, as it is listed',
            actual: 'refused',
            exchange: refused.standing.exchange,
            ...(refused.location ? { location: refused.location } : {}),
          },
        ],
      },
    );
  }
  const open = started.find((use) => use.standing.kind === 'not-judged');
  if (open) {
    return undecided(
      'Scalekit could not be asked which callback URLs it allows.',
      `Compare ${open.uri} with the list in the dashboard under Authentication → Redirects: it must be there to the letter.`,
    );
  }
  const unknown = started.find((use) => use.standing.kind === 'not-known');
  if (unknown && !started.some((use) => use.standing.kind === 'registered')) {
    return undecided(
      `What the app sends as redirect URI cannot be told from the files: ${unknown.doubt ?? 'it is put together at run time'}.`,
      'Start a login and copy the address of the page it leads to: paste it into scalekit-fix.',
    );
  }
  // The list alone makes no login work: the browser comes back to where nobody listens.
  const isWritten = standings.ports?.isDefault === false;
  const deaf = started.find(({ uri }) => uri !== undefined && isWritten && listensFor(uri, standings.ports) === 'no');
  if (deaf) {
    const ports = standings.ports?.sure.join(', ') ?? '';
    return undecided(
      `Scalekit allows ${deaf.uri}, but the files name no such port for the app${ports === '' ? '' : `: they name ${ports}`}.`,
      'Start the app and open that address: it must answer. If it does not, send and register the address on which the app listens.',
    );
  }
  const registered = started.filter((use) => use.standing.kind === 'registered');
  if (registered.length === 0) return notApplicable('No redirect URI is known that could be looked up.');
  return ruledOut(
    unknown ? 'Every redirect URI that is known is allowed.' : 'Every redirect URI that the app starts a login with is allowed.',
    ...registered.map((use) => ({
      label: 'Redirect URI',
      actual: use.uri ?? '',
      note: 'It is among the allowed callback URLs.',
      ...(use.location ? { location: use.location } : {}),
    })),
  );
}

/** A URI that another cause explains better is left to it: one fault, one name. */
function unregistered(standings: RedirectUriStandings): Unregistered[] {
  const { uses, unusedButAllowed } = standings;
  if (unusedButAllowed.length > 0) return [];
  const seen = new Set<string>();
  return uses.filter((use): use is Unregistered => {
    if (use.step === 'exchange' || use.standing.kind !== 'not-registered' || use.uri === undefined || seen.has(use.uri))
      return false;
    seen.add(use.uri);
    return !uses.some((other) => other.step === 'exchange' && other.standing.kind === 'registered' && use.step === 'authorize');
  });
}

function sentence({ uri, standing }: Unregistered): string {
  const [near] = standing.near;
  if (!near) return `Your app sends ${uri}; Scalekit does not have it among the allowed callback URLs of this client.`;
  return `Your app sends ${uri}; Scalekit allows ${near.registered}. They differ in ${inWords(near.differences)}.`;
}

function evidenceFor(use: Unregistered, { allowed }: RedirectUriStandings): Evidence[] {
  const { uri, standing } = use;
  const expected =
    standing.near[0]?.registered ??
    (allowed ? allowed.uris.slice(0, 5).join(', ') || 'any registered URL' : 'an allowed callback URL');
  const at = use.writtenLocation ?? use.location;
  return [
    {
      label: 'Redirect URI that starts the login',
      expected,
      actual: uri,
      source: 'RFC 6749 §3.1.2.3',
      ...(at ? { location: at } : {}),
      ...(standing.exchange ? { exchange: standing.exchange } : {}),
    },
  ];
}

/** The app's own URI is registered, unless the app answers a registered one that is near, and not its own. */
function remediesFor(use: Unregistered, standings: RedirectUriStandings) {
  const { uri } = use;
  const register = remedyToRegister(uri, standings.allowed);
  const [near] = use.standing.near;
  const isFar = !near || near.differences.includes('host') || (isLocal(uri) && !isLocal(near.registered));
  if (isFar) return register;
  const served = servesUri(near.registered, standings);
  // Where the app does not answer, no login ends: the app's own URI is what must be registered.
  if (served === 'no') return register;
  const send = remedyToSend(use, near.registered, `Send ${near.registered}, which Scalekit allows`);
  if (served === 'not-known') return [...register, ...send.map((remedy) => ({ ...remedy, sure: false }) as Remedy)];
  return servesUri(uri, standings) === 'yes' && !near.differences.includes('trailing-slash')
    ? [...register, ...send]
    : [...send, ...register];
}

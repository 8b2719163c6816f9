/** What becomes of the client secret at Scalekit: one answer, on which the causes about the secret agree. Pure. */
import { notApplicable, ruledOut, undecided, type Verdict } from '../../../diagnosis/verdict.ts';
import { clientCredentials, type GrantFact } from '../../../probes/client-credentials.ts';
import { type ClientSettingsFact, clientSettings } from '../../../probes/client-settings.ts';
import { type CredentialForms, credentialForms } from '../../../probes/credential-forms.ts';
import { type CredentialsFact, credentials } from '../../../probes/credentials.ts';
import { type KnownClientFact, knownClient } from '../../../probes/known-client.ts';

export interface SecretGrounds {
  readonly grant: GrantFact;
  readonly client: KnownClientFact | undefined;
  readonly settings: ClientSettingsFact | undefined;
  readonly forms: CredentialForms | undefined;
  readonly credentials: CredentialsFact;
}

export type SecretStanding =
  | { readonly kind: 'accepted' }
  /** Refused for another reason than the secret: form, or the client itself. */
  | { readonly kind: 'not-the-secret'; readonly why: string }
  | { readonly kind: 'expired'; readonly at: string | undefined; readonly exchange: string }
  | { readonly kind: 'inactive'; readonly exchange: string }
  | { readonly kind: 'application-inactive'; readonly exchange: string }
  /** `listed`: the last four characters of the client's secrets, where they are known. */
  | { readonly kind: 'wrong'; readonly listed: readonly string[]; readonly exchange: string };

/** The facts behind it, as the causes declare them. */
export const secretFacts = {
  needs: { grant: clientCredentials, credentials },
  wants: { client: knownClient, settings: clientSettings, forms: credentialForms },
} as const;

export function secretStanding({ grant, client, settings, forms, credentials }: SecretGrounds): SecretStanding {
  const { suffix } = credentials.clientSecret;
  if (grant.kind === 'granted') return { kind: 'accepted' };
  const { exchange, description, error } = grant;
  if (error === 'application_not_active') return { kind: 'application-inactive', exchange };
  const formFault = forms?.faults.find(({ setting }) => setting.role === 'client-secret' || setting.role === 'client-id');
  if (formFault) return { kind: 'not-the-secret', why: `${formFault.setting.variable} is not filled in rightly.` };
  if (client && !client.known) return { kind: 'not-the-secret', why: 'The environment does not even know the client id.' };
  const listed = settings?.client.secrets ?? [];
  const own =
    suffix === ''
      ? undefined
      : listed.find((secret) => secret.secret_suffix !== '' && suffix.endsWith(bare(secret.secret_suffix)));
  if (own?.status === 'INACTIVE') return { kind: 'inactive', exchange: settings?.exchange ?? exchange };
  if (own?.expire_time !== undefined && settings && Date.parse(own.expire_time) <= settings.readAt) {
    return { kind: 'expired', at: own.expire_time, exchange: settings?.exchange ?? exchange };
  }
  if (/\bexpired?\b/i.test(description) && /secret/i.test(description)) return { kind: 'expired', at: undefined, exchange };
  if (/\b(?:inactive|disabled|revoked|deactivated)\b/i.test(description) && /secret/i.test(description))
    return { kind: 'inactive', exchange };
  if (
    /\b(?:inactive|disabled|deactivated|not active)\b/i.test(description) &&
    /\b(?:application|client|app)\b/i.test(description)
  ) {
    return { kind: 'application-inactive', exchange };
  }
  return { kind: 'wrong', listed: listed.map((secret) => bare(secret.secret_suffix)).filter((end) => end !== ''), exchange };
}

/** What to say of a fault of the secret that nothing shows: what speaks against it, or what has to be known first. */
export function notThisFault(standing: SecretStanding, facts: SecretGrounds, unless: string): Verdict {
  switch (standing.kind) {
    case 'accepted':
      return ruledOut('The secret bought a token, so it counts.', {
        label: 'Token request',
        actual: 'granted',
        exchange: facts.grant.exchange,
      });
    case 'not-the-secret':
      return undecided(`Not judged yet: ${standing.why}`, 'Mend that first, then look again.');
    case 'wrong':
      return standing.listed.length > 0
        ? ruledOut('It is none of the client’s secrets at all.', {
            label: 'The client’s secrets end in',
            actual: standing.listed.join(', '),
            exchange: standing.exchange,
          })
        : undecided(
            `Not judged yet: Scalekit refuses the secret and does not say whether ${unless}.`,
            'Compare its last characters with the secrets in the dashboard under Developers → API credentials, and their state there.',
          );
    default:
      return notApplicable('Another fault of the secret was seen, which is told by itself.');
  }
}

/** Dashboards and servers put dots or stars in front of the last characters. */
function bare(suffix: string): string {
  return suffix.replace(/^[.…*•]+/u, '').slice(-4);
}

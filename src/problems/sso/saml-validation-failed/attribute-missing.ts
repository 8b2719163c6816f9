/** The assertion lacks an attribute that the connection needs: the e-mail address, or one that it maps and the login was refused for. */
import { confirmed, likely, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { ssoRefusals } from '../../../probes/sso-refusals.ts';
import { cause } from '../../../probes/tools.ts';
import type { SeenResponse } from './comparison.ts';
import { atIdp, openConnection } from './steps.ts';

export const attributeMissing = cause({
  id: 'attribute-missing',
  title: 'The assertion lacks an attribute that is needed',
  side: 'idp',
  needs: { response: samlResponse },
  wants: { refusals: ssoRefusals },
  judge: ({ response, refusals }) => {
    if (response.kind !== 'read' || !response.connection || response.message.isEncrypted)
      return notApplicable('There is no readable response with its connection.');
    if (response.message.status !== undefined && response.message.status !== 'Success')
      return notApplicable('The identity provider refused the login.');
    const { attributes, emptyAttributes } = response.message;
    const lacking = lackingIn(response);
    const isRefused = refusals?.some(({ code }) => code === 'mandatory_attribute_missing') === true;
    const mail = lacking.filter(({ isMail }) => isMail);
    const missing = mail.length > 0 ? mail : isRefused ? lacking : [];
    if (missing.length === 0 && lacking.length > 0)
      return notApplicable('An attribute that the connection maps is missing, and no login is seen that was refused for it.');
    if (missing.length === 0)
      return ruledOut('The attributes that the connection maps are there.', {
        label: 'Attributes',
        actual: attributes.join(', '),
        exchange: response.connection.exchange,
      });
    const names = missing.map(({ name }) => name).join(', ');
    const because =
      missing[0]?.isEmpty === true
        ? `The attribute ${names} of the assertion is empty.`
        : `The assertion has no attribute ${names}; it has ${attributes.join(', ') || 'none'}.`;
    const grounds = {
      evidence: [
        {
          label: 'Attributes',
          expected: `${names}, with a value`,
          actual: attributes.map((name) => (emptyAttributes.includes(name) ? `${name} (empty)` : name)).join(', ') || 'none',
          exchange: response.connection.exchange,
        },
      ],
    };
    return mail.length > 0 || isRefused ? confirmed(because, grounds) : likely(because, grounds);
  },
  remedy: ({ response }) => {
    const lacking = lackingIn(response);
    return atIdp('Send the attributes', [
      ...lacking.map(({ name }) => ({
        text: `Add the attribute statement ${name} in the identity provider, and see that the user has a value for it.`,
        copy: name,
      })),
      ...(response.kind === 'read' && response.connection
        ? [
            {
              ...openConnection(response.connection.connection.id),
              text: `Or map what the identity provider sends, under Attribute mapping of ${response.connection.connection.id}.`,
            },
          ]
        : []),
    ]);
  },
});

interface Lacking {
  readonly name: string;
  readonly isMail: boolean;
  readonly isEmpty: boolean;
}

/** What an account hangs on is the e-mail address; the rest of the mapping is welcome, unless the environment made it mandatory. */
export function lackingIn(response: SeenResponse): Lacking[] {
  if (response.kind !== 'read') return [];
  const { attributes, emptyAttributes } = response.message;
  const mapping: unknown = response.connection?.connection.attribute_mapping;
  const mapped = typeof mapping === 'object' && mapping !== null ? Object.entries(mapping) : [];
  const named = mapped.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  const wanted: readonly [string, string][] = named.some(([key]) => key === 'email') ? named : [['email', 'email'], ...named];
  return wanted.flatMap(([key, name]) => {
    const isMail = key === 'email';
    const fits = (sent: string): boolean =>
      sent === name || sent.toLowerCase().endsWith(`/${name.toLowerCase()}`) || (isMail && isMailName(sent));
    const sent = attributes.filter(fits);
    const isEmpty = sent.length > 0 && sent.every((found) => emptyAttributes.includes(found));
    return sent.length > 0 && !isEmpty ? [] : [{ name, isMail, isEmpty }];
  });
}

/** Entra ID's claim, and the OID of `mail` and of `emailAddress`. */
function isMailName(name: string): boolean {
  return /emailaddress$/i.test(name) || /^urn:oid:(?:0\.9\.2342\.19200300\.100\.1\.3|1\.2\.840\.113549\.1\.9\.1)$/.test(name);
}

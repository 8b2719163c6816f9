/** The assertion lacks an attribute that the connection maps to the user's e-mail address. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { atIdp } from './steps.ts';

export const attributeMissing = cause({
  id: 'attribute-missing',
  title: 'The assertion lacks an attribute that is needed',
  side: 'idp',
  needs: { response: samlResponse },
  judge: ({ response }) => {
    if (response.kind !== 'read' || !response.connection || response.message.isEncrypted)
      return notApplicable('There is no readable response with its connection.');
    if (response.message.status !== undefined && response.message.status !== 'Success')
      return notApplicable('The identity provider refused the login.');
    const missing = missingOf(response.connection.connection.attribute_mapping, response.message.attributes);
    const [first] = missing;
    if (first === undefined) return ruledOut('The attributes that the connection maps are there.');
    return confirmed(
      `The assertion has no attribute ${missing.join(', ')}; it has ${response.message.attributes.join(', ') || 'none'}.`,
      {
        evidence: [
          { label: 'Attributes', expected: missing.join(', '), actual: response.message.attributes.join(', ') || 'none' },
        ],
      },
    );
  },
  remedy: ({ response }) => {
    const missing =
      response.kind === 'read' && response.connection
        ? missingOf(response.connection.connection.attribute_mapping, response.message.attributes)
        : [];
    return atIdp(
      'Send the attributes',
      missing.map((name) => ({ text: `Add the attribute statement ${name} in the identity provider.`, copy: name })),
    );
  },
});

/** The e-mail address is what an account hangs on; the rest is welcome. */
function missingOf(mapping: unknown, attributes: readonly string[]): string[] {
  const mapped =
    typeof mapping === 'object' && mapping !== null && 'email' in mapping && typeof mapping.email === 'string'
      ? mapping.email
      : 'email';
  const has = attributes.some(
    (name) => name === mapped || name.toLowerCase().endsWith(`/${mapped.toLowerCase()}`) || /emailaddress$/i.test(name),
  );
  return has ? [] : [mapped];
}

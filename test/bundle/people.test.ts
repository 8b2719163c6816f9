/** Claims in a bundle say what was asked and granted, and not who somebody is. */
import { describe, expect, it } from 'vitest';
import { collectBundle } from '../../src/bundle/collect.ts';
import { withoutPeople } from '../../src/bundle/people.ts';
import { bodyWithoutPeople } from '../../src/bundle/people-in-bodies.ts';
import { sampleInput } from './sample.ts';

describe('claims without people', () => {
  it('keep what the protocol says', () => {
    const claims = {
      iss: 'https://acme.scalekit.dev',
      aud: ['skc_12345678'],
      sub: 'usr_123456',
      exp: 1767323045,
      sid: 'ses_1',
      amr: ['pwd', 'conn_77'],
      email_verified: true,
      org_id: 'org_42',
      roles: ['admin'],
      custom_org: 'org_42',
      at: '2026-01-02T03:04:05Z',
      home: 'https://app.example.com',
    };
    expect(withoutPeople(claims)).toEqual(claims);
  });

  it.each([
    ['email', 'jane.doe@acme.com'],
    ['emailAddress', 'jane.doe@acme.com'],
    ['name', 'Jane Doe'],
    ['sub', 'jane.doe'],
    ['sub', 'conn_1;jane.doe@acme.com'],
    ['given_name', 'Jane'],
    ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname', 'Doe'],
    ['http://schemas.microsoft.com/identity/claims/displayname', 'Jane Doe'],
    ['urn:oid:0.9.2342.19200300.100.1.3', 'jane.doe@acme.com'],
    ['https://acme.com/claims/spitzname', 'Jane'],
    ['preferred_username', 'jane'],
    ['phone_number', '+49 30 1234567'],
    ['employeeNumber', '00012345'],
    ['department', 'Sales Berlin, desk of Jane'],
    ['picture', 'https://example.com/people/jane.png'],
    ['nameId', 'jane'],
    ['nickname', ''],
  ])('hide %s: %s, and keep its shape', (name, value) => {
    const shown = withoutPeople({ [name]: value, nested: { deep: [{ [name]: value }] } });
    if (value === '') expect(shown).toMatchObject({ [name]: '' });
    else {
      expect(JSON.stringify(shown)).not.toContain(value);
      expect(shown[name]).toMatch(new RegExp(`^\\[(?:person|text), ${value.length} characters\\]$`));
    }
  });

  it('hide numbers and whole attribute lists, but not which attributes there are', () => {
    expect(
      withoutPeople({
        phone: 49301234567,
        attributes: { mail: ['jane@acme.com'], memberOf: ['Sales'], empty: [] },
        nameIdFormat: 'urn:x',
      }),
    ).toMatchObject({
      phone: '[person, a number]',
      attributes: { mail: ['[person, 13 characters]'], memberOf: ['[person, 5 characters]'], empty: [] },
    });
  });
});

describe('bodies of exchanges', () => {
  const users = {
    users: [
      {
        id: 'diruser_1',
        active: false,
        email: 'jane@acme.com',
        given_name: 'Jane',
        family_name: 'Doewood',
        name: 'Jane Doewood',
        groups: [{ id: 'dirgroup_1', display_name: 'Sales' }],
      },
    ],
    next_page_token: '',
  };

  it('keep ids, states and groups of people, and the names of organizations', () => {
    const shown = JSON.parse(bodyWithoutPeople(JSON.stringify(users)));
    expect(shown).toMatchObject({
      users: [
        {
          id: 'diruser_1',
          active: false,
          given_name: '[person, 4 characters]',
          name: '[person, 12 characters]',
          groups: [{ display_name: 'Sales' }],
        },
      ],
    });
    expect(JSON.stringify(shown)).not.toMatch(/"Jane|Doewood/);
    const organizations = JSON.stringify({ organizations: [{ id: 'org_1', display_name: 'Acme', name: 'acme' }] }, null, 1);
    expect(bodyWithoutPeople(organizations)).toBe(organizations);
  });

  it('are read as text where they were cut off, and left alone where they are no JSON', () => {
    const cut = JSON.stringify(users).slice(0, 120);
    expect(bodyWithoutPeople(`${cut}…`)).not.toMatch(/"Jane|Doewood/);
    expect(bodyWithoutPeople('grant_type=client_credentials')).toBe('grant_type=client_credentials');
    expect(bodyWithoutPeople('')).toBe('');
  });

  it('go into the bundle that way, unless people are to be kept', () => {
    const exchanges = sampleInput().exchanges.map((exchange) => ({ ...exchange, responseBody: JSON.stringify(users) }));
    const probes = (keepsPeople: boolean) =>
      collectBundle(sampleInput({ exchanges, keepsPeople })).find(({ name }) => name === 'probes.ndjson')?.text;
    expect(probes(false)).not.toContain('Doewood');
    expect(probes(true)).toContain('Doewood');
  });
});

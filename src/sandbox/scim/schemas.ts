/** The schemas of users and groups (RFC 7643 §8.7), as far as the sandbox reads them. */
import type { JsonObject } from '../state.ts';
import { ENTERPRISE } from './patch-path.ts';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

function attribute(name: string, description: string, more: JsonObject = {}): JsonObject {
  return {
    name,
    type: 'string',
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  };
}

const primary = attribute('primary', 'The preferred one', { type: 'boolean' });

function many(name: string, description: string, values: string, more: JsonObject = {}): JsonObject {
  const subAttributes = [
    attribute('value', values),
    attribute('display', 'For people to read'),
    attribute('type', 'What it is used for'),
    primary,
  ];
  return attribute(name, description, { type: 'complex', multiValued: true, subAttributes, ...more });
}

const reference = (types: string[], more: JsonObject = {}): JsonObject =>
  attribute('$ref', 'Its address', { type: 'reference', referenceTypes: types, ...more });
const readOnly = { mutability: 'readOnly' };
const immutable = { mutability: 'immutable' };

const user = [
  attribute('userName', 'The name a person logs in with', { required: true, uniqueness: 'server' }),
  attribute('name', 'The parts of a name', {
    type: 'complex',
    subAttributes: ['formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix'].map((part) =>
      attribute(part, `The name's ${part}`),
    ),
  }),
  attribute('displayName', 'The name to show'),
  attribute('nickName', 'The casual name'),
  attribute('profileUrl', 'A page about the person', { type: 'reference', referenceTypes: ['external'] }),
  attribute('title', 'The position held'),
  attribute('userType', 'The relation to the organization'),
  attribute('preferredLanguage', 'The language wished for'),
  attribute('locale', 'How numbers and dates are written'),
  attribute('timezone', 'The time zone, as in Europe/Rome'),
  attribute('active', 'Whether the person may log in', { type: 'boolean' }),
  attribute('password', 'Taken and forgotten', { mutability: 'writeOnly', returned: 'never' }),
  many('emails', 'E-mail addresses', 'An address'),
  many('phoneNumbers', 'Telephone numbers', 'A number'),
  many('roles', 'Roles', 'A role'),
  many('entitlements', 'Entitlements', 'An entitlement'),
  attribute('addresses', 'Postal addresses', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      ...['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country', 'type'].map((part) =>
        attribute(part, `The address's ${part}`),
      ),
      primary,
    ],
  }),
  attribute('groups', 'The groups the person is in', {
    type: 'complex',
    multiValued: true,
    ...readOnly,
    subAttributes: [
      attribute('value', "The group's id", readOnly),
      reference(['Group'], readOnly),
      attribute('display', "The group's name", readOnly),
      attribute('type', 'direct', readOnly),
    ],
  }),
];

const group = [
  attribute('displayName', "The group's name", { required: true }),
  attribute('members', 'The people in it', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', "The user's id", immutable),
      reference(['User'], immutable),
      attribute('display', "The user's name", readOnly),
      attribute('type', 'User', immutable),
    ],
  }),
];

const enterprise = [
  ...['employeeNumber', 'costCenter', 'organization', 'division', 'department'].map((name) =>
    attribute(name, `The person's ${name}`),
  ),
  attribute('manager', 'Who the person reports to', {
    type: 'complex',
    subAttributes: [attribute('value', "The manager's id"), reference(['User']), attribute('displayName', 'The name', readOnly)],
  }),
];

export const schemas: readonly JsonObject[] = [
  { id: `${CORE}:User`, name: 'User', description: 'User account', attributes: user },
  { id: `${CORE}:Group`, name: 'Group', description: 'Group', attributes: group },
  { id: ENTERPRISE, name: 'EnterpriseUser', description: 'What enterprises add to users', attributes: enterprise },
];

/**
 * The SCIM endpoint against independent libraries of the standard: SCIMMY reads all that it sends and picks from the whole list what a filter
 * must find, scim-patch carries the same PATCH out on a copy. (npm has no SCIM client; these know both sides of the protocol.)
 */
import fc from 'fast-check';
import { type ScimPatchOperation, type ScimResource, scimPatch } from 'scim-patch';
import SCIMMY from 'scimmy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { start } from './helper.ts';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
type Resource = Record<string, unknown> & { readonly id: string };

let sandbox: RunningSandbox;
let users: Resource[];
let made = 0;

beforeAll(async () => {
  SCIMMY.Schemas.User.definition.extend(SCIMMY.Schemas.EnterpriseUser.definition, false);
  sandbox = await start();
  for (const name of ['mary', 'mario', 'zoë', 'ada']) await create(name);
  users = (await send('GET', '/Users?count=100')).body['Resources'] as Resource[];
});
afterAll(() => sandbox.close());

async function send(method: string, path: string, body?: unknown) {
  const response = await fetch(`${sandbox.url}/api/v1/directories/${sandbox.line.directoryId}/scim/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${sandbox.line.directoryToken}`, 'content-type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function create(givenName: string): Promise<Resource> {
  made += 1;
  const answer = await send('POST', '/Users', {
    schemas: [USER, ENTERPRISE],
    userName: `user${made}@acme.example`,
    externalId: `Ext-${made}`,
    name: { givenName, familyName: 'Shelley' },
    emails: [
      { value: `user${made}@acme.example`, type: 'work', primary: true },
      { value: `user${made}@home.example`, type: 'home' },
    ],
    active: made % 2 === 0,
    ...(made % 3 === 0 ? {} : { title: 'author' }),
    [ENTERPRISE]: { department: 'Letters' },
  });
  expect(answer.status).toBe(201);
  return answer.body as Resource;
}

describe('SCIMMY', () => {
  it('reads the list, the users and the groups in it', async () => {
    const list = new SCIMMY.Messages.ListResponse((await send('GET', '/Users?startIndex=2&count=3')).body as never);
    expect(list).toMatchObject({ totalResults: users.length, startIndex: 2, itemsPerPage: 3 });
    for (const user of users) {
      const read = new SCIMMY.Schemas.User(structuredClone(user) as never, 'out');
      expect(JSON.parse(JSON.stringify(read))).toMatchObject({
        id: user.id,
        userName: user['userName'],
        name: user['name'],
        emails: user['emails'],
      });
    }
    const groups = (await send('GET', '/Groups')).body['Resources'] as Resource[];
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) {
      const read = new SCIMMY.Schemas.Group(structuredClone(group) as never, 'out');
      expect(JSON.parse(JSON.stringify(read))).toMatchObject({ displayName: group['displayName'], members: group['members'] });
    }
  });

  it('knows every attribute that the schemas declare, with the same type, plurality and mutability', async () => {
    const standards = [SCIMMY.Schemas.User, SCIMMY.Schemas.Group, SCIMMY.Schemas.EnterpriseUser].map(
      ({ definition }) => definition,
    );
    const schemas = (await send('GET', '/Schemas')).body['Resources'] as { id: string; attributes: Attribute[] }[];
    expect(schemas.map(({ id }) => id)).toEqual(standards.map(({ id }) => id));
    for (const [index, { attributes }] of schemas.entries()) {
      for (const { name, type, multiValued, mutability } of attributes) {
        const standard = standards[index]?.attribute(name) as unknown as { type: string; config: Attribute };
        const { config } = standard;
        expect([name, standard.type, config.multiValued, readable(config)]).toEqual([name, type, multiValued, mutability]);
      }
    }
  });

  it('reads what the endpoint says of itself, and its errors', async () => {
    const config = new SCIMMY.Schemas.ServiceProviderConfig((await send('GET', '/ServiceProviderConfig')).body as never, 'out');
    expect(JSON.parse(JSON.stringify(config))).toMatchObject({ patch: { supported: true }, filter: { supported: true } });
    const { body } = await send('GET', '/Users/nobody');
    const error = new SCIMMY.Messages.ErrorResponse(
      Object.assign(new Error(String(body['detail'])), { status: Number(body['status']) }) as never,
    );
    expect(body).toMatchObject({ schemas: error.schemas, status: error.status, detail: error.detail });
  });
});

interface Attribute {
  readonly name: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly mutability: string;
  /** The library's own words for it. */
  readonly mutable: boolean | string;
  readonly direction: 'in' | 'out' | 'both';
}

function readable({ mutable, direction }: Attribute): string {
  if (direction === 'in') return 'writeOnly';
  return mutable === true ? 'readWrite' : mutable === false ? 'readOnly' : mutable;
}

describe('scim-patch', () => {
  const operations: readonly ScimPatchOperation[] = [
    { op: 'replace', path: 'title', value: 'Poet' },
    { op: 'add', path: 'nickName', value: 'M' },
    { op: 'remove', path: 'title' },
    { op: 'replace', path: 'name.givenName', value: 'Percy' },
    { op: 'remove', path: 'name.givenName' },
    { op: 'add', path: 'name', value: { middleName: 'W' } },
    { op: 'replace', path: 'name', value: { familyName: 'Godwin' } },
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'new@acme.example' },
    { op: 'replace', path: 'emails[type eq "work"].primary', value: false },
    { op: 'remove', path: 'emails[type eq "home"]' },
    { op: 'remove', path: 'emails[type eq "home"].type' },
    { op: 'add', path: 'emails', value: [{ value: 'third@acme.example', type: 'other' }] },
    { op: 'replace', path: 'emails', value: [{ value: 'only@acme.example', type: 'work' }] },
    { op: 'add', path: 'phoneNumbers', value: [{ value: '+1', type: 'work' }] },
    { op: 'replace', path: `${ENTERPRISE}:department`, value: 'Prose' },
    { op: 'remove', path: `${ENTERPRISE}:department` },
    { op: 'add', value: { title: 'Poet', nickName: 'Y' } },
    { op: 'replace', value: { active: false } },
  ];

  /** What the server says of its own accord, and derives from the rest. */
  function comparable({
    meta: _meta,
    groups: _groups,
    schemas: _schemas,
    displayName: _display,
    ...rest
  }: Record<string, unknown>) {
    const { formatted: _formatted, ...name } = (rest['name'] ?? {}) as Record<string, unknown>;
    return { ...rest, name };
  }

  it('agrees with the endpoint on any sequence of operations', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...operations], { minLength: 1, maxLength: 4 }), async (Operations) => {
        const before = await create('mary');
        const answer = await send('PATCH', `/Users/${before.id}`, { schemas: [PATCH], Operations });
        let expected: unknown;
        try {
          expected = scimPatch(structuredClone(before) as unknown as ScimResource, structuredClone(Operations));
        } catch {
          // A remove has no target any more, after those before it: the standard leaves open whether that is an error.
          return fc.pre(false);
        }
        expect(answer.status).toBe(200);
        expect(comparable(answer.body)).toEqual(comparable(expected as Record<string, unknown>));
      }),
      { numRuns: 60 },
    );
  });
});

describe('SCIMMY’s filters', () => {
  // In one case only: the library compares with regard to it, RFC 7643 §4.1.1 without.
  const text = fc.constantFrom('user1@acme.example', 'user2', 'mar', 'mary', 'author', 'home', 'zoë');
  const compare = fc
    .tuple(
      fc.constantFrom('userName', 'name.givenName', 'title', 'displayName', 'emails.value'),
      fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew'),
      text,
    )
    .filter(([path, operator]) => operator !== 'ne' || path === 'userName')
    .map(([path, operator, value]) => `${path} ${operator} "${value}"`);
  const simple = fc.oneof(
    compare,
    fc.constantFrom(
      'title pr',
      'nickName pr',
      'active eq true',
      'active eq false',
      'emails[type eq "home" and value sw "user1"]',
    ),
  );
  // The library reads no groups within groups, and negates only what is there.
  const filters = fc.oneof(
    simple,
    compare.filter((inner) => inner.startsWith('userName')).map((inner) => `not (${inner})`),
    fc.array(simple, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(' and ')),
    fc.array(simple, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(' or ')),
    fc.tuple(simple, simple, simple).map(([first, second, third]) => `${first} or ${second} and ${third}`),
  );

  it('finds what the endpoint finds', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { body } = await send('GET', `/Users?count=100&filter=${encodeURIComponent(filter)}`);
        const everybody = (await send('GET', '/Users?count=100')).body['Resources'] as Resource[];
        expect((body['Resources'] as Resource[]).map(({ id }) => id)).toEqual(
          (new SCIMMY.Types.Filter(filter).match(everybody) as Resource[]).map(({ id }) => id),
        );
      }),
      { numRuns: 80 },
    );
  });
});

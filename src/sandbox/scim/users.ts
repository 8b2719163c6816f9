/** Directory users as SCIM knows them (RFC 7643 §4.1). What the identity provider sent is kept whole in the user's detail. */
import { timestampDate, timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { DirectoryUser } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import { newId } from '../ids.ts';
import type { JsonObject } from '../state.ts';
import { announce } from '../webhooks/announce.ts';
import { directoryUserData } from '../webhooks/directory-data.ts';
import { bad, ScimFailure } from './failure.ts';
import { isObject, objectsIn, textIn, valueIn } from './json.ts';
import { checkedAttributes, type Kind, type Place } from './kind.ts';
import { regroup } from './membership.ts';
import { ENTERPRISE } from './patch-path.ts';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const LISTS = ['emails', 'phoneNumbers', 'ims', 'photos', 'addresses', 'entitlements', 'roles', 'x509Certificates'];
const TEXTS = [
  'externalId',
  'displayName',
  'nickName',
  'profileUrl',
  'title',
  'userType',
  'preferredLanguage',
  'locale',
  'timezone',
];

export const users: Kind = {
  schema: USER,
  list: ({ environment, directory }) =>
    environment.store.directoryUsers.list(`${directory.id}/`).map((user) => resourceOf(user, { environment, directory })),
  create: (body, place) => {
    const id = newId('diruser');
    const attributes = attributesOf(body);
    checkUnique(attributes, undefined, place);
    save({ id, groups: [] }, attributes, place);
    regroup(place);
    announceUser(place, 'created', id);
    return id;
  },
  replace: (id, body, place) => {
    const { store } = place.environment;
    const current = store.directoryUsers.get(`${place.directory.id}/${id}`);
    if (!current) throw new ScimFailure(404, 'there is no such user');
    const attributes = attributesOf(body);
    checkUnique(attributes, id, place);
    save(current, attributes, place);
    announceUser(place, 'updated', id);
  },
  remove: (id, place) => {
    const { environment, directory } = place;
    const user = environment.store.directoryUsers.get(`${directory.id}/${id}`);
    if (!user) throw new ScimFailure(404, 'there is no such user');
    environment.store.directoryUsers.remove(`${directory.id}/${id}`);
    regroup(place);
    const event = { type: 'organization.directory.user_deleted', data: directoryUserData(user, directory) };
    announce(environment, directory.organizationId, event);
  },
};

function announceUser({ environment, directory }: Place, what: 'created' | 'updated', id: string): void {
  const user = environment.store.directoryUsers.get(`${directory.id}/${id}`);
  const type = `organization.directory.user_${what}`;
  if (user) announce(environment, directory.organizationId, { type, data: directoryUserData(user, directory) });
}

function resourceOf(user: DirectoryUser, { environment, directory }: Place): JsonObject {
  const { createdAt, schemas: _own, ...detail } = user.userDetail ?? {};
  const { id, email, givenName, familyName } = user;
  const formatted = `${givenName} ${familyName}`.trim();
  const base = `${environment.url}/api/v1/directories/${directory.id}/scim/v2`;
  const updated = user.updatedAt && timestampDate(user.updatedAt).toISOString();
  const created = typeof createdAt === 'string' ? createdAt : updated;
  const isExtended = isObject(detail[ENTERPRISE]);
  return {
    schemas: isExtended ? [USER, ENTERPRISE] : [USER],
    id,
    userName: user.preferredUsername || email,
    ...(formatted === '' ? {} : { name: { givenName, familyName, formatted }, displayName: formatted }),
    active: true,
    ...(email === '' ? {} : { emails: [{ value: email, primary: true, type: 'work' }] }),
    ...detail,
    ...(user.groups.length === 0
      ? {}
      : {
          groups: user.groups.map(({ id: value, displayName: display }) => ({
            value,
            display,
            type: 'direct',
            $ref: `${base}/Groups/${value}`,
          })),
        }),
    meta: {
      resourceType: 'User',
      location: `${base}/Users/${id}`,
      ...(created ? { created } : {}),
      ...(updated ? { lastModified: updated } : {}),
    },
  };
}

/** @throws ScimFailure */
function attributesOf(body: JsonObject): JsonObject {
  const attributes = checkedAttributes(body, {
    schema: USER,
    names: ['userName', 'name', 'active', 'password', ...LISTS, ...TEXTS],
    lists: LISTS,
    texts: TEXTS,
  });
  // Kept by nobody, shown to nobody.
  delete attributes['password'];
  const userName = attributes['userName'];
  if (typeof userName !== 'string' || userName.trim() === '') throw bad('invalidValue', 'userName is required');
  // Entra ID sends "True" and "False" in its older form.
  if (typeof attributes['active'] === 'string' && /^(?:true|false)$/i.test(attributes['active']))
    attributes['active'] = attributes['active'].toLowerCase() === 'true';
  if (attributes['active'] !== undefined && typeof attributes['active'] !== 'boolean')
    throw bad('invalidValue', 'active is not a boolean');
  if (attributes['name'] !== undefined && !isObject(attributes['name'])) throw bad('invalidValue', 'name is not an object');
  return attributes;
}

function checkUnique(attributes: JsonObject, id: string | undefined, place: Place): void {
  const wanted = textIn(attributes, 'userName').toLowerCase();
  const other = users.list(place).find((user) => user['id'] !== id && textIn(user, 'userName').toLowerCase() === wanted);
  if (other) throw new ScimFailure(409, 'another user has this userName', 'uniqueness');
}

function save(user: Pick<DirectoryUser, 'id' | 'groups' | 'userDetail'>, attributes: JsonObject, place: Place): void {
  const { environment, directory } = place;
  const emails = objectsIn(attributes, 'emails').filter((email) => textIn(email, 'value') !== '');
  const userName = textIn(attributes, 'userName');
  const primary = emails.find((email) => valueIn(email, 'primary') === true) ?? emails[0];
  const email = primary ? textIn(primary, 'value') : userName.includes('@') ? userName : '';
  const name = isObject(attributes['name']) ? attributes['name'] : {};
  const now = environment.now();
  const createdAt = user.userDetail?.['createdAt'] ?? new Date(now).toISOString();
  environment.store.directoryUsers.put(`${directory.id}/${user.id}`, {
    id: user.id,
    email,
    emails: emails.length > 0 ? emails.map((own) => textIn(own, 'value')) : email === '' ? [] : [email],
    preferredUsername: userName,
    givenName: textIn(name, 'givenName'),
    familyName: textIn(name, 'familyName'),
    updatedAt: timestampFromMs(now),
    groups: user.groups,
    userDetail: { ...attributes, createdAt },
  });
}

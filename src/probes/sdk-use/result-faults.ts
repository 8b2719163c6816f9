/** Readings that cannot give what is meant: fields that a result does not have, claims of a boolean, promises that nobody awaits. Pure. */
import type { SdkApi, SdkMethod, SdkShape } from '../../project/sdk-types/types.ts';
import { editDistance } from '../../scalekit/look-alike.ts';
import type { ResultRead } from './result-reads.ts';

export type ResultFault =
  | {
      readonly kind: 'no-field';
      readonly read: ResultRead;
      readonly fields: readonly string[];
      readonly near: string | undefined;
      /** The two names mean the same: `expiresAt` is no `expiresIn`. */
      readonly isSame: boolean;
    }
  | { readonly kind: 'boolean'; readonly read: ResultRead }
  | { readonly kind: 'promise'; readonly read: ResultRead };

const ofPromises = new Set(['then', 'catch', 'finally']);
const ofEveryValue = new Set(['toString', 'valueOf', 'hasOwnProperty', 'constructor', 'toJSON', 'length']);

/** What other libraries and the token endpoint itself call these fields. */
const otherNames: Readonly<Record<string, string>> = {
  sub: 'id',
  userid: 'id',
  firstname: 'givenName',
  lastname: 'familyName',
  token: 'accessToken',
  access: 'accessToken',
  refresh: 'refreshToken',
  jwt: 'accessToken',
  expires: 'expiresIn',
  expiresat: 'expiresIn',
  profile: 'user',
  userinfo: 'user',
  idtokenclaims: 'user',
  claims: 'user',
};

export function resultFault(read: ResultRead, api: SdkApi): ResultFault | undefined {
  const method: SdkMethod | undefined = api.methods.get(read.use.path.join('.'));
  if (!method) return undefined;
  if (method.promise && !read.awaited) {
    const isPromiseUse = read.from.length > 0 || (read.name !== undefined && ofPromises.has(read.name));
    return isPromiseUse ? undefined : { kind: 'promise', read };
  }
  if (read.name === undefined || ofEveryValue.has(read.name)) return undefined;
  const shape = within(method.gives, read.from);
  if (shape === 'boolean') return { kind: 'boolean', read };
  if (shape === undefined || typeof shape === 'string') return undefined;
  const fields = Object.keys(shape);
  if (fields.includes(read.name) || fields.length === 0 || isGivenByCode(read)) return undefined;
  const near = nearestField(read.name, fields);
  return { kind: 'no-field', read, fields, near, isSame: near !== undefined && isSameThing(read.name, near) };
}

function within(shape: SdkShape, path: readonly string[]): SdkShape | undefined {
  let at: SdkShape | undefined = shape;
  for (const name of path) at = at === undefined || typeof at === 'string' ? undefined : at[name];
  return at;
}

function nearestField(name: string, fields: readonly string[]): string | undefined {
  const plain = (text: string): string => text.replaceAll('_', '').toLowerCase();
  const same = fields.find((candidate) => plain(candidate) === plain(name));
  if (same !== undefined) return same;
  const other = otherNames[plain(name)];
  if (other !== undefined && fields.includes(other)) return other;
  return fields.find((candidate) => candidate.length > 4 && editDistance(plain(candidate), plain(name)) <= 2);
}

function isSameThing(from: string, to: string): boolean {
  const [a, b] = [from, to].map((name) => name.replaceAll('_', '').toLowerCase());
  if (a === undefined || b === undefined) return false;
  if (a === b || /^(?:sub|userid|firstname|lastname)$/.test(a)) return true;
  return a.length > 6 && editDistance(a, b) <= 2 && !/expires/.test(a);
}

/** The code itself puts such a field on an object of this module: it may be this one. */
function isGivenByCode({ name, use }: ResultRead): boolean {
  return new RegExp(`\\.${name}\\s*=[^=]`).test(use.module.file.text);
}

/**
 * Claims without what names a person: the protocol's own claims stay, everything else keeps its kind and shape, so that a missing attribute can
 * still be told from an empty one. Pure.
 */
import type { JsonObject, JsonValue } from '../report/document.ts';

/** Always taken out, whatever stands in it; also at the end of a URI, as SAML names attributes. */
const personal =
  /^(?:.*[/:])?(?:attributes|(?:x_?)?name|sub|names|given_?names?|first_?name|family_?name|last_?name|sur_?name|middle_?name|nick_?name|display_?name|full_?name|preferred_username|unique_?name|user_?name|login|upn|user_?principal_?name|e?mails?|e?mail_?(?:address(?:es)?|id)|alternate_?emails?|name_?id|name_?identifier|login_?hint|phones?|phone_?numbers?|tel|telephone.*|mobile.*|address.*|street.*|postal.*|zip.*|city|locality|region|birth_?date|birth_?day|date_of_birth|dob|gender|picture|photo|avatar.*|profile|website|employee_?(?:id|number)|ip_?addr(?:ess)?|client_?ip|manager|title|initials|common_?name|cn|sn|uid|sam_?account_?name|object_?identifier|unspecified)$/i;

/** Claims of RFC 7519, OpenID Connect, OAuth and Scalekit whose values say what was asked and granted, not who somebody is. */
const ofTheProtocol = new Set(
  `iss aud exp iat nbf auth_time azp scope scopes scp sid jti nonce amr acr at_hash c_hash s_hash typ alg kid cty client_id cid act may_act events
  org_id organization_id env_id environment_id xeid xoid connection_id conn_id directory_id roles role permissions groups_count token_use
  ver version response destination recipient issuer audience audiences status nestedstatus statusmessage inresponseto issuedat notbefore
  notonorafter sessionindex authncontext nameidformat attributenames element algorithm fingerprint state readfrom`
    .split(/\s+/)
    .filter(Boolean),
);

export function withoutPeople(claims: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, kept(name, value)]));
}

function kept(name: string, value: JsonValue): JsonValue {
  // The subject is an id at Scalekit and often a name elsewhere.
  if (name === 'sub' && typeof value === 'string' && isId(value)) return value;
  if (personal.test(name)) return shapeOf(value, 'person');
  const isKnown = ofTheProtocol.has(name.toLowerCase());
  if (Array.isArray(value)) return value.map((item) => kept(name, item));
  if (isObject(value)) return withoutPeople(value);
  if (typeof value !== 'string' || isKnown || saysNothingOfAPerson(value)) return value;
  return shapeOf(value, 'text');
}

/** Ids of Scalekit, addresses of pages, times and single words of a protocol. */
function saysNothingOfAPerson(value: string): boolean {
  return (
    isId(value) ||
    /^(?:true|false|null|none|yes|no|\d{1,6})$/i.test(value) ||
    /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value) ||
    /^https?:\/\/[^\s/?#@]+\/?$/.test(value)
  );
}

const isId = (value: string): boolean => /^[a-z][a-z\d]{1,14}_\d+$/.test(value);

export function shapeOf(value: JsonValue, what: 'person' | 'text'): JsonValue {
  if (typeof value === 'string') return value === '' ? '' : `[${what}, ${value.length} characters]`;
  if (typeof value === 'number') return `[${what}, a number]`;
  if (Array.isArray(value)) return value.map((item) => shapeOf(item, what));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeOf(item, what)]));
  return value;
}

export function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

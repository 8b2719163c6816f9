/**
 * Every method of every class that the official SDK has, against the sandbox: that it works, and that it is refused to strangers, for what is
 * not there and for what is invalid. The methods are read off the SDK itself: one without a case fails.
 */
import { Scalekit } from '@scalekit-sdk/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions, connectedAccounts, tools } from './sdk-methods/agents.ts';
import { events, machines, ownLogin, passwordless, tokens } from './sdk-methods/credentials.ts';
import { type MethodCase, type MethodCases, openWorld, type World } from './sdk-methods/method.ts';
import { connections, directories, domains, organizations } from './sdk-methods/organizations.ts';
import { permissions, roles } from './sdk-methods/roles.ts';
import { passkeys, sessions, users } from './sdk-methods/users.ts';

/** By the name that the client object has them under. */
const cases: Readonly<Record<string, MethodCases>> = {
  organization: organizations,
  domain: domains,
  connection: connections,
  directory: directories,
  user: users,
  session: sessions,
  webauthn: passkeys,
  role: roles,
  permission: permissions,
  token: tokens,
  m2m: machines,
  passwordless,
  auth: ownLogin,
  events,
  connectedAccounts,
  tools,
  actions,
};

/** How the SDK itself talks; not for those who use it. */
const inner = new Set(['coreClient', 'grpcConnect']);

function methodsOf(object: object): string[] {
  const own = Object.entries(object).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  const names = [...Object.getOwnPropertyNames(Object.getPrototypeOf(object)), ...own];
  return [...new Set(names)].filter((name) => name !== 'constructor');
}

const classes = Object.entries(new Scalekit('http://127.0.0.1:1', 'skc_1', 'none')).filter(
  ([name, value]) => typeof value === 'object' && value !== null && !inner.has(name),
);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.sandbox.close());

it('has a case for every class and every method, and for none that is not', () => {
  const asked = classes.flatMap(([name, object]) => methodsOf(object).map((method) => `${name}.${method}`));
  const answered = Object.entries(cases).flatMap(([name, own]) => Object.keys(own).map((method) => `${name}.${method}`));
  expect(answered.sort()).toEqual(asked.sort());
  expect(asked.length).toBeGreaterThan(110);
});

const all = Object.entries(cases).flatMap(([name, own]) =>
  Object.entries(own).map(([method, tried]): [string, MethodCase] => [`${name}.${method}`, tried]),
);

describe('with the right credentials', () => {
  it.each(all)('%s does what it says', (_name, { works }) => works(world));
});

describe('without', () => {
  it.each(all)('%s is refused', (_name, { refusesStrangers }) => refusesStrangers(world));
});

describe('for what is not there', () => {
  it.each(all.filter(([, { missesWhatIsNotThere }]) => missesWhatIsNotThere))('%s is not found', (_name, tried) =>
    tried.missesWhatIsNotThere?.(world),
  );
});

describe('for what is invalid', () => {
  it.each(all.filter(([, { refusesWhatIsInvalid }]) => refusesWhatIsInvalid))('%s is an invalid argument', (_name, tried) =>
    tried.refusesWhatIsInvalid?.(world),
  );
});

/** How a method of the SDK is tried: what it needs, what it gives, and how it fails. Each case makes what it works on, so that none depends on another. */
import { Scalekit } from '@scalekit-sdk/node';
import { expect } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { signingKey } from '../helper.ts';

export interface World {
  readonly sandbox: RunningSandbox;
  readonly sdk: Scalekit;
  /** With a secret that nobody has given out. */
  readonly stranger: Scalekit;
  readonly org: string;
  readonly user: string;
  readonly connection: string;
  readonly directory: string;
  /** Another one at each call. */
  readonly word: () => string;
}

type Call<G> = (sdk: Scalekit, given: G, world: World) => Promise<unknown>;

interface Case<G> {
  /** Makes what the method works on. */
  readonly given?: (world: World) => Promise<G>;
  readonly call: Call<G>;
  readonly gives?: (given: G, world: World) => object;
  /** What shows that it has happened. */
  readonly shows?: (given: G, world: World) => Promise<void>;
  /** Refused with 404. */
  readonly missing?: (sdk: Scalekit, world: World) => Promise<unknown>;
  /** Refused with 400, by the server or by the SDK before. */
  readonly invalid?: (sdk: Scalekit, world: World) => Promise<unknown>;
}

export interface MethodCase {
  readonly works: (world: World) => Promise<void>;
  readonly refusesStrangers: (world: World) => Promise<void>;
  readonly missesWhatIsNotThere: ((world: World) => Promise<void>) | undefined;
  readonly refusesWhatIsInvalid: ((world: World) => Promise<void>) | undefined;
}

export type MethodCases = Readonly<Record<string, MethodCase>>;

export function method<G = undefined>({ given, call, gives, shows, missing, invalid }: Case<G>): MethodCase {
  const prepared = async (world: World): Promise<G> => (given ? given(world) : undefined) as G;
  return {
    works: async (world) => {
      const own = await prepared(world);
      const answer = await call(world.sdk, own, world);
      if (gives) expect(answer).toMatchObject(gives(own, world));
      if (shows) await shows(own, world);
    },
    refusesStrangers: async (world) => {
      const own = await prepared(world);
      // The token is refused before the call is made again: the SDK lets the HTTP client's own error through.
      await expect(call(world.stranger, own, world)).rejects.toThrow(/401|\[object Object\]/);
    },
    missesWhatIsNotThere: missing && ((world) => rejection(missing(world.sdk, world), [404])),
    refusesWhatIsInvalid: invalid && ((world) => rejection(invalid(world.sdk, world), [400, undefined])),
  };
}

async function rejection(call: Promise<unknown>, statuses: readonly (number | undefined)[]): Promise<void> {
  const error = await call.then(
    (value) => expect.unreachable(`It was not refused: ${String(value)}`),
    (reason: unknown) => reason,
  );
  const { httpStatus, errorCode } = error as { httpStatus?: number; errorCode?: string };
  expect(statuses, String(error)).toContain(httpStatus);
  if (httpStatus !== undefined) expect(errorCode).toMatch(/^[A-Z_]+$/);
}

export const gone = (call: Promise<unknown>): Promise<void> => rejection(call, [404]);

let count = 0;

export async function openWorld(): Promise<World> {
  const sandbox = await startSandbox({ state: { signingKey } });
  const { url, line, state } = sandbox;
  return {
    sandbox,
    sdk: new Scalekit(url, line.clientId, line.clientSecret),
    stranger: new Scalekit(url, line.clientId, 'test_nobodys'),
    org: line.organizationId,
    user: state.userId,
    connection: line.connectionId ?? '',
    directory: line.directoryId ?? '',
    word: () => {
      count += 1;
      return `w${process.pid}x${count}`;
    },
  };
}

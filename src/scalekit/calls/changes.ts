/** Changes in the environment: sent once, exactly as they were shown, and never on this module's own account. */
import * as z from 'zod/mini';
import type { ApiResult } from '../api-result.ts';
import type { CallOptions } from '../caller.ts';
import { readingPath, type Values, valuesIn, valuesSent } from '../change-values.ts';
import type { Bearer } from '../credentials.ts';
import { read } from './path.ts';

/** The part of a remedy's remote change that is sent. */
export interface Change {
  readonly method: 'PATCH' | 'POST' | 'DELETE';
  /** Under the environment URL, e.g. `/api/v1/clients/skc_1`. */
  readonly path: string;
  readonly body: unknown;
}

export interface ChangeCalls {
  /** The caller has asked the user. The value is what the server answered. */
  readonly applyChange: (change: Change, options?: CallOptions) => Promise<ApiResult<unknown>>;
  /** The fields that the change sets, as they are now. */
  readonly valuesBefore: (change: Change, options?: CallOptions) => Promise<ApiResult<Values | undefined>>;
}

export function changeCalls(bearer: Bearer): ChangeCalls {
  return {
    applyChange: async ({ method, path, body }, options) => {
      if (!isApiPath(path)) {
        const sentence = 'The change was not sent: its path is none of the management API.';
        return { ok: false, failure: { kind: 'withheld', why: sentence, sentence } };
      }
      const text = body === undefined ? {} : { body: { type: 'json', text: JSON.stringify(body) } as const };
      return bearer.call(
        { method, path, ...text, schema: anything, scalekitNames: true, undocumented: false, maxTries: 1 },
        options,
      );
    },
    valuesBefore: async (change, options) => {
      const sent = valuesSent(change);
      const path = readingPath(change.path);
      if (!sent || !isApiPath(path)) {
        const sentence = 'What such a change sets cannot be read.';
        return { ok: false, failure: { kind: 'withheld', why: sentence, sentence } };
      }
      const result = await bearer.call({ ...read, path, schema: anything }, options);
      return result.ok ? { ...result, value: valuesIn(result.value, sent) } : result;
    },
  };
}

const anything = z.unknown();

function isApiPath(path: string): boolean {
  return (
    /^\/api\/v1\/[\w\-./:%~]+$/.test(path) &&
    new URL(path, 'https://environment.invalid').pathname === path &&
    !path.includes('//')
  );
}

/** Pages of a list: the tokens are opaque to callers, and absent ones are empty. */
import { invalid } from './failure.ts';

export interface PageRequest {
  readonly pageSize: number;
  readonly pageToken: string;
}

export interface Page<T> {
  readonly items: T[];
  readonly totalSize: number;
  readonly nextPageToken: string;
  readonly prevPageToken: string;
}

const DEFAULT_SIZE = 10;

/** @throws RpcFailure for a token that this environment has not given out. */
export function pageOf<T>(all: readonly T[], { pageSize, pageToken }: PageRequest): Page<T> {
  const size = pageSize > 0 ? pageSize : DEFAULT_SIZE;
  const start = pageToken === '' ? 0 : offsetIn(pageToken);
  return {
    items: all.slice(start, start + size),
    totalSize: all.length,
    nextPageToken: start + size < all.length ? tokenFor(start + size) : '',
    prevPageToken: start > 0 ? tokenFor(Math.max(0, start - size)) : '',
  };
}

function tokenFor(offset: number): string {
  return Buffer.from(`offset:${offset}`, 'utf8').toString('base64url');
}

function offsetIn(token: string): number {
  const digits = /^offset:(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (digits === undefined) throw invalid('page_token is not one of this list');
  return Number(digits);
}

/** API tokens that an app hands to its own customers: opaque, checked by asking, taken back at once. */
import { createHash, randomBytes } from 'node:crypto';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { ApiTokenService, Token } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tokens/tokens_pb.js';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import { found, invalid } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { pageOf } from '../page.ts';
import { now, organizationById } from './shared.ts';
import { memberOf } from './user-of.ts';

export const apiTokens: Implementation<typeof ApiTokenService> = {
  createToken: ({ token: given }, environment) => {
    if (!given) throw invalid('token is required');
    const organization = organizationById(given.organizationId, environment);
    const member = given.userId ? memberOf(given.organizationId, given.userId, environment) : undefined;
    const tokenId = newId('apit');
    const value = randomBytes(32).toString('base64url');
    const tokenInfo = environment.store.apiTokens.put(tokenId, {
      tokenId,
      organizationId: organization.id,
      organizationExternalId: organization.externalId ?? '',
      customClaims: given.customClaims,
      description: given.description,
      tokenSuffix: value.slice(-4),
      createdAt: now(environment),
      expiry: given.expiry,
      userId: member?.user.id,
      userExternalId: member?.user.externalId,
      email: member?.user.email,
      roles: member?.membership.roles.map(({ name }) => name),
    });
    environment.state.secretValues[tokenId] = hash(value);
    environment.changed();
    return { token: value, tokenId, tokenInfo };
  },
  validateToken: ({ token }, environment) => ({ tokenInfo: found(validToken(token, environment), 'token') }),
  /** Taking back what is gone already is no fault. */
  invalidateToken: ({ token }, environment) => {
    const tokenId = tokenIdOf(token, environment);
    if (tokenId !== undefined) {
      delete environment.state.secretValues[tokenId];
      environment.store.apiTokens.remove(tokenId);
    }
    return {};
  },
  listTokens: (request, environment) => {
    const { organizationId, userId } = request;
    organizationById(organizationId, environment);
    const all = environment.store.apiTokens
      .list()
      .filter((token) => token.organizationId === organizationId && (!userId || token.userId === userId));
    const { items, totalSize, ...page } = pageOf(all, request);
    return { tokens: items, totalCount: totalSize, ...page };
  },
  updateToken: ({ token, customClaims, description }, environment) => {
    const current = found(validToken(token, environment), 'token');
    const tokenInfo = environment.store.apiTokens.put(current.tokenId, {
      ...current,
      customClaims: Object.keys(customClaims).length > 0 ? customClaims : current.customClaims,
      description: description ?? current.description,
    });
    return { tokenInfo };
  },
};

/** By the token itself or by its id. */
function tokenIdOf(given: string, { state, store }: Environment): string | undefined {
  if (store.apiTokens.get(given)) return given;
  const wanted = hash(given);
  return store.apiTokens.list().find(({ tokenId }) => state.secretValues[tokenId] === wanted)?.tokenId;
}

function validToken(given: string, environment: Environment): Token | undefined {
  const tokenId = tokenIdOf(given, environment);
  const token = tokenId === undefined ? undefined : environment.store.apiTokens.get(tokenId);
  return token?.expiry && timestampMs(token.expiry) <= environment.now() ? undefined : token;
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

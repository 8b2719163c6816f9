/** Who may call what: the option `scalekit.v1.options` that each method carries says it as a bit mask. */
import type { DescMethod } from '@bufbuild/protobuf';
import { BinaryReader } from '@bufbuild/protobuf/wire';
import type { Environment } from '../environment.ts';
import { bearerOf, readAccessToken } from '../oauth/access-token.ts';
import { permissionDenied, unauthenticated } from './failure.ts';

const ACCESS_OPTION = 50_000;
const MASK_FIELD = 3;
const ANYBODY = 1;
const CLIENT_TOKEN = 4;

/** @throws RpcFailure */
export async function checkAccess(
  method: DescMethod,
  authorization: string | undefined,
  environment: Environment,
): Promise<void> {
  const mask = accessMask(method);
  const token = bearerOf(authorization);
  if (token === undefined) {
    if ((mask & ANYBODY) !== 0) return;
    throw unauthenticated('Token empty');
  }
  const claims = await readAccessToken(environment, token);
  if (!claims) throw unauthenticated();
  if (claims.kind !== 'client' || (mask & (CLIENT_TOKEN | ANYBODY)) === 0) {
    throw permissionDenied('this token may not make this call');
  }
  const { client } = environment.state;
  if (claims.clientId === client.id && client.disallowApiAccess) {
    throw permissionDenied('API access is not allowed for this client');
  }
  if (claims.clientId !== client.id) throw permissionDenied('this client may not call the management API');
}

/** Methods without the option are nobody's. */
function accessMask(method: DescMethod): number {
  const unknown = method.proto.options?.$unknown?.find((field) => field.no === ACCESS_OPTION);
  if (!unknown) return 0;
  const reader = new BinaryReader(unknown.data);
  const end = reader.uint32() + reader.pos;
  let mask = 0;
  while (reader.pos < end) {
    const [number, wireType] = reader.tag();
    if (number === MASK_FIELD) mask = reader.uint32();
    else reader.skip(wireType);
  }
  return mask;
}

/** Takes a token's claims where only its validity was asked for: `validateAccessToken` → `validateToken`. Pure. */
import type { ClientUse } from '../../project/code/types.ts';
import { enclosing } from '../../project/syntax/nodes.ts';
import { renameCall } from './rename-call.ts';
import type { RuleResult } from './rule.ts';

/** A proposal where nothing catches: an invalid token then ends in an error instead of a false. */
export function claimsOfToken(use: ClientUse): RuleResult | undefined {
  const isCaught = enclosing(use.node, new Set(['try_statement'])) !== undefined;
  return use.path.join('.') === 'validateAccessToken' ? renameCall(use, ['validateToken'], isCaught) : undefined;
}

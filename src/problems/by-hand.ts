/** What findings say of requests that are written without the SDK. */
import type { Evidence } from '../diagnosis/evidence.ts';
import type { LoginStart } from '../probes/login-flow.ts';

/** Where the endpoint's address stands, when that is another line than the parameters are on. */
export function addressOf({ byHand, at, module }: LoginStart['call']): Evidence[] {
  if (!byHand?.url) return [];
  const location = module.file.locationAt(byHand.url.startIndex);
  return location.line === at.location.line ? [] : [{ label: 'Goes to', location }];
}

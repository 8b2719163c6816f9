/** A call that was not followed, as a fact: what it is called and where it stands. Plain data. */
import type { Location } from '../../../diagnosis/evidence.ts';
import type { Unread } from './follow.ts';

export interface UnreadCall {
  /** As written, without its arguments: `this.verifier.verify`. */
  readonly name: string;
  readonly location: Location;
}

export const unreadCall = ({ name, at }: Unread): UnreadCall => ({ name, location: at.location });

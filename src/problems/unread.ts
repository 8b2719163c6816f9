/** What is said where something may be done by code that was not read: never that it is missing, but where to look. Pure. */
import { formatLocation, type Location } from '../diagnosis/evidence.ts';
import { undecided, type Verdict } from '../diagnosis/verdict.ts';

export interface UnreadCall {
  /** As written, without its arguments; '' where it has no name. */
  readonly name: string;
  readonly location: Location;
}

/** `what` is a whole question without its mark: "whether the signature is checked". */
export function notFollowed(what: string, unread: readonly UnreadCall[]): Verdict {
  const [first, ...others] = once(unread);
  if (!first) return undecided(`The code does not show ${what}.`, 'Look in the code that runs before this.');
  const more = others.length === 0 ? '' : others.length === 1 ? ' and one more call' : ` and ${others.length} more calls`;
  return undecided(
    `${first.name || 'A function'} at ${formatLocation(first.location)}${more} could not be followed, so it is not known ${what}.`,
    `Look at ${once(unread)
      .slice(0, 3)
      .map(({ name, location }) => `${name || 'the function'} (${formatLocation(location)})`)
      .join(', ')}: ${what}.`,
    ...once(unread)
      .slice(0, 3)
      .map(({ name, location }) => ({ label: 'Not followed', actual: name || 'a function', location })),
  );
}

function once(unread: readonly UnreadCall[]): UnreadCall[] {
  return unread.filter(
    (one, index) => unread.findIndex((other) => formatLocation(other.location) === formatLocation(one.location)) === index,
  );
}

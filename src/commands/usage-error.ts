/** Wrong usage: one or two sentences that name the flag or argument. Thrown by the reading of arguments and by commands; exits 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** How far this computer's clock is off, by a server's `Date` header. Pure. */

export interface ClockSkew {
  /** Positive: this computer is ahead of the server. */
  readonly skewMs: number;
  /** The truth lies within this distance of `skewMs`. */
  readonly uncertaintyMs: number;
}

/** `Date` counts whole seconds, rounded down, and was written at some moment between sending and receiving. */
export function clockSkew(serverDate: Date, sentAt: number, receivedAt: number): ClockSkew {
  const journey = Math.max(0, receivedAt - sentAt);
  return { skewMs: Math.round(sentAt + journey / 2 - (serverDate.getTime() + 500)), uncertaintyMs: Math.ceil(journey / 2) + 500 };
}

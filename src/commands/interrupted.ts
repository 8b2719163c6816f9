/**
 * Was Ctrl-C pressed meanwhile? It is only told of when the event loop turns: to be asked after work that left it no turn, before anything is
 * shown or written.
 */
export async function wasInterrupted(signal: AbortSignal): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve));
  return signal.aborted;
}

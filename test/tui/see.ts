/** Waits for content instead of time: looks again after every turn of the event loop, for at most five seconds. */
export async function waitFor(frame: () => string, wanted: string | RegExp | ((frame: string) => boolean)): Promise<string> {
  const until = performance.now() + 5_000;
  for (;;) {
    const text = frame();
    if (isSeen(text, wanted)) return text;
    if (performance.now() > until) throw new Error(`Never saw ${wanted}; last frame:\n${text}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function isSeen(text: string, wanted: string | RegExp | ((frame: string) => boolean)): boolean {
  if (typeof wanted === 'function') return wanted(text);
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

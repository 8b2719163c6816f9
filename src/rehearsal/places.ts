/** Which of the frames is the one where a developer would put the missing check: the handler, not the service behind it and not the wrapper around it. */
import type { Location } from '../diagnosis/evidence.ts';
import type { Shown } from '../diagnosis/shown.ts';
import type { Answer } from './browser/browser.ts';
import type { Exchange } from './events.ts';
import type { RoutePlace } from './stage/facts.ts';
import type { LineOf } from './stage/source-lines.ts';

/** Middleware, wrappers of handlers, and what starts a server: they hand the request on, whatever it is. */
const HANDS_ON =
  /\bnext(?:\.handle)?\s*\(|,\s*next\s*\)|\.(?:call|apply)\s*\(\s*(?:this|self|that|null|undefined)\b|\b(?:fn|handle[rd]?|route|action|listener|dispatch)\s*\(\s*(?:req|request|ctx|c|context|event)\b|\]\s*\(\s*(?:req|request|ctx)\b|\bcall_next\s*\(|\bget_response\s*\(|\(\s*\*args|\b(?:app|uvicorn|asyncio|anyio|web|waitress|hypercorn)\.(?:run|run_app|serve)\s*\(|\bserve_forever\s*\(|^\s*main\s*\(|\bexecute_from_command_line\s*\(|\.listen\s*\(/;

/** What was seen without a line of code gets the handler of the request that went wrong. */
export function inHandler(shown: Shown, places: readonly RoutePlace[], exchangeOf: (id: string) => Exchange | undefined): Shown {
  if (shown.kind !== 'confirmed' || shown.locations.length > 0) return shown;
  for (const { exchange } of shown.evidence) {
    const seen = exchange === undefined ? undefined : exchangeOf(exchange);
    if (seen?.to !== 'app') continue;
    const [path = ''] = seen.target.split(/[?\s]/);
    const method = seen.method.toLowerCase();
    const fitting = places.filter((one) => one.path === path && [method, 'any', 'all'].includes(one.method));
    const [handler] = fitting;
    // Of two that claim it nobody knows which one answered.
    if (
      !handler ||
      fitting.some(({ location }) => location.file !== handler.location.file || location.line !== handler.location.line)
    )
      continue;
    const { location } = handler;
    const where = { label: 'Where', note: `By reading: the handler of ${seen.method} ${path}.`, location };
    return { ...shown, locations: [location], evidence: [...shown.evidence, where] };
  }
  return shown;
}

/** Innermost first → the outermost that handles this very request, then the others as they were. */
export function handlerFirst(frames: readonly Location[], lineOf: LineOf): readonly Location[] {
  const handler = frames.findLast((frame) => !HANDS_ON.test(lineOf(frame)));
  return handler ? [handler, ...frames.filter((frame) => frame !== handler)] : frames;
}

/** Where a callback is handled: its handler, then what it calls to exchange the code. */
export function callbackPlaces({ notes, exchange }: Answer, lineOf: LineOf): readonly Location[] {
  const exchanged =
    notes.find(({ kind, method, frames }) => kind === 'sdk' && method === 'authenticateWithCode' && frames.length > 0) ??
    notes.find(({ kind, path, frames }) => kind === 'request' && path === '/oauth/token' && frames.length > 0);
  const answered = notes.find(({ kind, frames }) => kind === 'answer' && frames.length > 0);
  const inner = handlerFirst(exchanged?.frames ?? [], lineOf);
  const outer = handlerFirst(answered?.frames ?? exchange.where ?? [], lineOf);
  const [handler] = outer;
  // A promise that was handed on loses its callers; the answer is given by the handler itself.
  const isLost = inner.length === 1 && handler !== undefined && handler.file !== inner[0]?.file;
  return (isLost ? [handler, ...inner] : inner.length > 0 ? inner : outer).slice(0, 3);
}

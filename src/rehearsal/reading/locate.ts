/** Findings that no preload has placed get the place that the text gives, and say so. Pure. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Location } from '../../diagnosis/evidence.ts';
import type { Shown } from '../../diagnosis/shown.ts';
import type { Exchange } from '../events.ts';
import { inHandler } from '../places.ts';
import type { Scene } from '../scene.ts';
import type { ProviderCall, ReadPlaces } from './places.ts';
import { settingPlaces } from './settings.ts';

/** By the finding's problem and cause: the call at which a developer looks first. */
const CALLS: readonly (readonly [RegExp, ProviderCall])[] = [
  [/^state-missing\/(?:not-sent|predictable)$|^connection-not-found\/|constant-|plain-challenge|host-followed/, 'authorize'],
  [/^token-expired\/|^cannot-refresh\/(?!verifier|code-)|refresh-raced|concurrent/, 'refresh'],
  [/^logout-incomplete\//, 'logout'],
  [/^signature-verification\/|^not-received\//, 'webhook'],
  [/^idp-initiated-login\//, 'assertion'],
  [
    /^state-missing\/|^login-fails\/|^redirect-uri-mismatch\/|^callback-error-unread\/|^id-token-not-verified\/|^cannot-refresh\//,
    'exchange',
  ],
];
const COOKIE = /\/cookie-/;

/** A panic is written a moment after the answer broke off. */
const PANIC_MS = 60;

export async function placed(
  shown: readonly Shown[],
  { world, facts }: Pick<Scene, 'world'> & { readonly facts?: Pick<Scene['facts'], 'places'> },
  places: ReadPlaces,
  noted: number,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<Shown[]> {
  const open = shown.filter(({ kind, locations }) => kind === 'confirmed' && locations.length === 0);
  if (open.length === 0) return [...shown];
  const read = (one: Shown): Shown => {
    const found = located(one, places, world.recorder.get);
    const handled = inHandler(COOKIE.test(one.id) ? setUp(found, texts) : found, facts?.places ?? [], world.recorder.get);
    return setUp(handled, texts);
  };
  const exchanges = open.flatMap(({ evidence }) => evidence).flatMap(({ exchange }) => world.recorder.get(exchange ?? '') ?? []);
  const broke = exchanges.some(({ status }) => status === undefined || status >= 500);
  if (broke) await pause(PANIC_MS);
  const panic = broke
    ? world.notes
        .all()
        .slice(noted)
        .findLast(({ kind, frames }) => kind === 'crash' && frames.length > 0)
    : undefined;
  return shown.map((one) => {
    if (!panic || !open.includes(one)) return read(one);
    const [place] = panic.frames;
    const said = { label: 'The app’s own stack', actual: panic.error?.name ?? 'panic', ...(place ? { location: place } : {}) };
    return { ...one, locations: panic.frames.slice(0, 3), evidence: [...one.evidence, said] };
  });
}

export function located(shown: Shown, places: ReadPlaces, exchangeOf: (id: string) => Exchange | undefined): Shown {
  if (shown.kind !== 'confirmed' || shown.locations.length > 0) return shown;
  const found = placeOf(shown, places, exchangeOf);
  if (!found) return shown;
  const { locations, note } = found;
  const [place] = locations;
  const evidence = [...shown.evidence, { label: 'Where', note, ...(place ? { location: place } : {}) }];
  return { ...shown, locations, evidence };
}

/** What a library does for the app has its place where the library is set up. */
export function setUp(shown: Shown, texts: ReadonlyMap<string, string>): Shown {
  if (shown.kind !== 'confirmed' || shown.locations.length > 0) return shown;
  const locations = settingPlaces(shown.id, texts);
  const [location] = locations;
  if (!location) return shown;
  return {
    ...shown,
    locations,
    evidence: [...shown.evidence, { label: 'Where', note: 'By reading: here it is set up.', location }],
  };
}

function placeOf(
  { id, evidence }: Shown,
  places: ReadPlaces,
  exchangeOf: (id: string) => Exchange | undefined,
): { readonly locations: readonly Location[]; readonly note: string } | undefined {
  if (COOKIE.test(id))
    for (const { label, actual = '' } of evidence) {
      const name =
        /^Cookie ([\w.-]+)$/.exec(label)?.[1] ?? (label.startsWith('Cookie of') ? /^[\w.-]+/.exec(actual)?.[0] : undefined);
      const locations = name === undefined ? [] : places.cookieAt(name);
      if (locations.length > 0) return { locations, note: `By reading: here the cookie ${name} is set.` };
    }
  const call = CALLS.find(([expression]) => expression.test(id))?.[1];
  for (const { exchange } of evidence) {
    const seen = exchange === undefined ? undefined : exchangeOf(exchange);
    if (seen?.to !== 'app') continue;
    const path = seen.target.split(/[?\s]/)[0] ?? '';
    const way = places.handlerOf(seen.method, path, call);
    const isGuard = call === 'refresh' && way.length > 0;
    const behind = isGuard ? places.callsOf('refresh') : [];
    if (behind.length > 0) return { locations: behind, note: 'By reading: here the app refreshes.' };
    if (way.length > 0) return { locations: way, note: `By reading: the handler of ${seen.method} ${path}.` };
  }
  const calls = call === undefined ? [] : places.callsOf(call);
  return calls.length > 0 ? { locations: calls, note: 'By reading: here the app asks Scalekit for it.' } : undefined;
}

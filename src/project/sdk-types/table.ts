/** The calls of published SDK versions, from the table that ships with the program: for projects whose SDK is not installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.ts';
import type { SdkApi, SdkMethod } from './types.ts';

/** First and last version by place in the list; the call, `null` for what is no call, `service` for a service. */
type Span = readonly [from: number, to: number, shape: SdkMethod | null | 'service'];
interface Table {
  readonly versions: readonly string[];
  readonly members: readonly { readonly name: string; readonly spans: readonly Span[] }[];
}

export interface TabledApi {
  readonly api: SdkApi;
  /** The table has this very version. */
  readonly exact: boolean;
}

let table: Table | undefined;

/** By a version (`2.5.1`), or by a manifest's range (`^2.5.0`): then what any version has that the range allows. */
export function apiOfVersion(wanted: string, isRange: boolean): TabledApi | undefined {
  table ??= load();
  const { versions } = table;
  const asked = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(wanted);
  const everything = versions.map((_version, index) => index);
  if (!asked) return isRange ? { api: merged(table, everything), exact: false } : undefined;
  const low = [asked[1], asked[2], asked[3]].map((part) => Number(part ?? 0));
  const pinned = /^=?\s*v?\d+\.\d+\.\d+$/.test(wanted.trim());
  if (!isRange || pinned) {
    const index = versions.indexOf(low.join('.'));
    if (index !== -1) return { api: merged(table, [index]), exact: true };
    const below = everything.filter((at) => compare(versions[at] ?? '', low) < 0).at(-1);
    const above = everything.find((at) => compare(versions[at] ?? '', low) > 0);
    const near = [below, above].filter((at): at is number => at !== undefined && majorOf(versions[at] ?? '') === low[0]);
    return near.length > 0 ? { api: merged(table, near), exact: false } : undefined;
  }
  const allowed = everything.filter((at) => majorOf(versions[at] ?? '') === low[0] && compare(versions[at] ?? '', low) >= 0);
  return allowed.length > 0 ? { api: merged(table, allowed), exact: false } : undefined;
}

/** What one of these versions has, it has; a call that differs among them is known by its name only. */
function merged({ members }: Table, indexes: readonly number[]): SdkApi {
  const methods = new Map<string, SdkMethod>();
  const others = new Set<string>();
  const services = new Set<string>();
  for (const { name, spans } of members) {
    const shapes = spans
      .filter(([from, to]) => indexes.some((index) => index >= from && index <= to))
      .map(([, , shape]) => shape);
    const [first] = shapes;
    if (first === undefined) continue;
    if (first === 'service') services.add(name);
    else if (first === null || shapes.length > 1) others.add(name);
    else methods.set(name, first);
  }
  return { methods, others, services };
}

function load(): Table {
  const [head = '{}', ...lines] = readFileSync(join(packageRoot(), 'assets', 'sdk-tables.jsonl'), 'utf8')
    .trim()
    .split('\n');
  // Written by scripts/sdk-tables.mjs, packed with the program.
  const { versions } = JSON.parse(head) as Pick<Table, 'versions'>;
  return { versions, members: lines.map((line) => JSON.parse(line) as Table['members'][number]) };
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}

function compare(version: string, other: readonly number[]): number {
  const parts = version.split('.').map(Number);
  for (let at = 0; at < 3; at++) {
    const difference = (parts[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

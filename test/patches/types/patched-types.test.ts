/** What type-checked before a patch does so after it: every patch of every fixture in TypeScript, and of files in many styles. */
import { describe, expect, it } from 'vitest';
import { frameworkFaults } from '../../problems/framework-faults/index.ts';
import { offlineFaults } from '../../problems/framework-faults/offline.ts';
import { remedyCases } from '../remedies/all-cases.ts';
import { newErrors, typeErrors } from './compile.ts';
import { appFiles, type Files, type Patched, patchesOf } from './patched.ts';
import { styles } from './styles.ts';

const SECRET = 'test_J8rVkq2PzT5mWc9XbYd4NsLh7GfRa3Eu';
const values: Readonly<Record<string, string>> = {
  url: 'https://acme.scalekit.dev',
  clientId: 'skc_70215893346119937',
  clientSecret: SECRET,
  webhookSecret: 'whsec_b2ZmbGluZS1hcHAtc2VjcmV0LTEyMzQ1Njc4OTA=',
  redirectUri: 'http://localhost:3000/auth/callback',
};

const faults = [
  ...frameworkFaults,
  ...Object.entries(offlineFaults).flatMap(([app, list]) => list.map((fault) => ({ ...fault, app }))),
];

/** New errors by case. */
function compare(cases: ReadonlyMap<string, Patched>): Record<string, readonly string[]> {
  const apps = new Map<string, Files>();
  for (const [key, { before, after }] of cases) apps.set(`before ${key}`, before).set(`after ${key}`, { ...before, ...after });
  const found = typeErrors(apps);
  return Object.fromEntries(
    [...cases.keys()].flatMap((key) => {
      const fresh = newErrors(found.get(`before ${key}`) ?? [], found.get(`after ${key}`) ?? []);
      return fresh.length > 0 ? [[key, fresh]] : [];
    }),
  );
}

describe('a patched file in TypeScript type-checks as it did before', () => {
  it('in every fixture with every fault', { timeout: 300_000 }, async () => {
    const cases = new Map<string, Patched>();
    for (const { app, file, finding, shape, replace } of faults) {
      const healthy = appFiles(app);
      if (!Object.keys(healthy).some((name) => /\.[cm]?tsx?$/.test(name))) continue;
      let text = healthy[file] ?? '';
      for (const [from, to] of replace) text = text.replace(from, to.replace('{{clientSecret}}', SECRET));
      const env = (healthy['.env'] ?? '').replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '');
      for (const patched of await patchesOf({ ...healthy, '.env': env, [file]: text }))
        cases.set(`${app}: ${finding} ${shape ?? ''} > ${patched.finding}`, patched);
    }
    for (const { shape, finding, files } of remedyCases) {
      if (!Object.keys(files).some((name) => /\.[cm]?tsx?$/.test(name))) continue;
      for (const patched of await patchesOf(files)) cases.set(`${finding}: ${shape} > ${patched.finding}`, patched);
    }
    expect(cases.size).toBeGreaterThan(200);
    expect(compare(cases)).toEqual({});
  });

  it('in files of many styles, and keeps what they say of types', { timeout: 120_000 }, async () => {
    const cases = new Map<string, Patched>();
    const unpatched: string[] = [];
    for (const { style, finding, files, keeps } of styles) {
      const patched = (await patchesOf(files)).find((one) => one.finding === finding);
      if (!patched) {
        unpatched.push(style);
        continue;
      }
      cases.set(style, patched);
      for (const text of keeps ?? []) expect(Object.values(patched.after).join('\n'), style).toContain(text);
    }
    expect(unpatched).toEqual([]);
    expect(compare(cases)).toEqual({});
  });
});

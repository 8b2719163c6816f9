/** Organizations that the app, its settings or the pasted text name by id. Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import type { EnvEntry } from '../project/env-file.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { namedSelectors } from './named-selectors.ts';
import { pasted } from './pasted.ts';
import { lookUpIn, resolveText } from './resolved-text.ts';
import { probe } from './tools.ts';

export interface NamedOrganization {
  /** As written; not always an id. */
  readonly text: string;
  /** The variable that holds it. */
  readonly variable?: string;
  readonly entry?: EnvEntry;
  readonly location?: Location;
  readonly from: 'code' | 'env' | 'paste';
}

const MOST = 5;
const idPattern = /\borg_\d{5,}\b/g;

export const namedOrganizations = probe({
  id: 'named-organizations',
  title: 'Organizations that the app names',
  reach: 'derived',
  wants: { code, env: envFiles, selectors: namedSelectors, pasted },
  observe: ({ code, env, selectors, pasted }, { given }): Outcome<readonly NamedOrganization[]> => {
    const lookUp = lookUpIn(env, given.env);
    const inCode = (code?.calls ?? [])
      .filter(({ method }) => method === 'getAuthorizationUrl')
      .flatMap(({ args }): NamedOrganization[] => {
        const options = args[1];
        const value = options?.kind === 'object' ? options.properties.get('organizationId') : undefined;
        if (!value) return [];
        const resolved = resolveText(value, lookUp);
        if (resolved.kind !== 'text' || resolved.text === '' || resolved.unset.length > 0) return [];
        if (value.kind !== 'env') return [{ text: resolved.text, location: value.at.location, from: 'code' }];
        const set = lookUp(value.name);
        const place = set?.from === 'file' ? { entry: set.entry, location: set.entry.location } : { location: value.at.location };
        return [{ text: resolved.text, variable: value.name, ...place, from: 'env' }];
      });
    const inFiles = (selectors ?? [])
      .filter(({ kind, isRead }) => kind === 'organization' && isRead)
      .map(({ text, variable, entry, location }): NamedOrganization => ({ text, variable, entry, location, from: 'env' }));
    const inPaste = (pasted?.artefacts ?? []).flatMap((artefact) => {
      const texts = [artefact.label, ...Object.values(artefact.values).filter((value) => typeof value === 'string')];
      return texts.flatMap((text) => text.match(idPattern) ?? []).map((text): NamedOrganization => ({ text, from: 'paste' }));
    });
    const all = [...inCode, ...inFiles, ...inPaste];
    const once = all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index).slice(0, MOST);
    return ok(
      once,
      ...once.map(({ text, location }) => ({ label: 'Organization', actual: text, ...(location ? { location } : {}) })),
    );
  },
});

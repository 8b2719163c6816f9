/** Organizations, connections and domains that env files name, under any of the usual names or by the form of their ids, where code reads the variable. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import type { EnvEntry } from '../project/env-file.ts';
import { isEnvFileName } from '../project/env-names.ts';
import type { Project } from '../project/files.ts';
import { isPlainCode } from '../project/plain-code.ts';
import { isScript } from '../project/syntax/language.ts';
import { envFiles } from './env-files.ts';
import { probe } from './tools.ts';

export interface NamedSelector {
  readonly kind: 'organization' | 'connection' | 'domain';
  readonly text: string;
  readonly variable: string;
  readonly entry: EnvEntry;
  readonly location: Location;
  /** A file of the code speaks of the variable: what it names is what the app asks for. */
  readonly isRead: boolean;
}

const MOST = 12;
const front = '^(?:[A-Z0-9]+_)*';
const names: readonly (readonly [NamedSelector['kind'], RegExp])[] = [
  ['organization', new RegExp(`${front}ORG(?:ANI[SZ]ATION)?_?ID$`)],
  ['connection', new RegExp(`${front}CONN(?:ECTION)?_?ID$`)],
  [
    'domain',
    /^(?:[A-Z0-9]+_)*DOMAIN_HINT$|^(?:[A-Z0-9]+_)*(?:SSO|SCALEKIT_(?:ORG|ORGANI[SZ]ATION|LOGIN|EMAIL|CUSTOMER))_DOMAIN$/,
  ],
];
/** Other vendors have organizations and connections with ids of their own. */
const others =
  /(?:^|_)(?:AUTH0|OKTA|WORKOS|CLERK|STYTCH|OPENAI|GITHUB|SENTRY|DATADOG|FRONTEGG|PROPELAUTH|KINDE|AIRBYTE|STRIPE|SNYK|DB|DATABASE)_/;

export const namedSelectors = probe({
  id: 'named-selectors',
  title: 'Organizations and connections in env files',
  reach: 'files',
  needs: { env: envFiles },
  observe: async ({ env }, { project }): Promise<Outcome<readonly NamedSelector[]>> => {
    const named = env.files
      .filter(({ role }) => role === 'given' || role === 'loaded')
      .flatMap(({ entries }) => entries)
      .flatMap((entry): NamedSelector[] => {
        const kind = kindOf(entry);
        return kind ? [{ kind, text: entry.value, variable: entry.name, entry, location: entry.location, isRead: false }] : [];
      })
      .slice(0, MOST);
    const read = named.length > 0 ? await readByCode(named, project) : new Set<string>();
    const value = named.map((one) => ({ ...one, isRead: read.has(one.variable) }));
    return ok(value, ...value.map(({ variable, text, location }) => ({ label: variable, actual: text, location })));
  },
});

function kindOf({ name, value }: EnvEntry): NamedSelector['kind'] | undefined {
  if (/^org_\w{5,}$/.test(value)) return 'organization';
  if (/^conn_\w{5,}$/.test(value)) return 'connection';
  if (value === '' || others.test(name)) return undefined;
  const kind = names.find(([, pattern]) => pattern.test(name))?.[0];
  return kind === 'domain' && !/^[\w-]+(?:\.[\w-]+)+$/.test(value) ? undefined : kind;
}

/** The variables that a file of the code speaks of. Where there is no code at all, nothing speaks against any. */
async function readByCode(named: readonly NamedSelector[], project: Project): Promise<ReadonlySet<string>> {
  const spelled = named.flatMap(({ variable }) => spellings(variable).map((spelling) => ({ variable, spelling })));
  const isCode = (path: string): boolean =>
    isScript(path) ||
    isPlainCode(path) ||
    (/\.(?:vue|svelte|astro|ya?ml|toml|properties|ini)$/.test(path) && !isEnvFileName(path.split('/').at(-1) ?? ''));
  if (!(await project.list()).some((path) => isScript(path) || isPlainCode(path)))
    return new Set(named.map(({ variable }) => variable));
  const found = (await project.filesMentioning(spelled.map(({ spelling }) => spelling))).filter(({ path }) => isCode(path));
  return new Set(found.flatMap(({ needles }) => needles.flatMap((needle) => spelled[needle]?.variable ?? [])));
}

/** As settings classes and property files spell it: `scalekit_connection_id`, `connection_id` behind a prefix, `scalekit.connection-id`. */
function spellings(variable: string): string[] {
  const lower = variable.toLowerCase();
  const bare = lower.replace(/^scalekit_/, '');
  return [variable, ...(lower.startsWith('scalekit_') ? [lower, `${bare}:`, bare.replaceAll('_', '-')] : [])];
}

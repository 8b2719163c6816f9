/** The roles of variables by what env files and the environment have in them. Derived: nothing of it leaves. */
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { rolesByValue } from './roles-by-value.ts';
import type { SettingRole } from './setting-roles.ts';
import { probe } from './tools.ts';

export type ValueRoles = ReadonlyMap<string, SettingRole>;

export const valueRoles = probe({
  id: 'value-roles',
  title: 'Settings by what they hold',
  reach: 'derived',
  needs: { env: envFiles },
  wants: { code },
  observe: ({ env, code }, { given }): Outcome<ValueRoles> => {
    const inFiles = env.files
      .filter(({ role }) => role === 'given' || role === 'loaded')
      .flatMap(({ entries }) => entries.map(({ name, value }) => ({ name, value })));
    const inEnvironment = (code?.envReads ?? []).map(({ name }) => ({ name, value: given.env[name] }));
    const roles = rolesByValue([...inFiles, ...inEnvironment]);
    return ok(roles, ...[...roles].map(([label, role]) => ({ label, actual: role })));
  },
});

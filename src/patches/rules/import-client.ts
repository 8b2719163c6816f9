/** Imports the client into a module that uses it under the name by which another module exports it. Pure. */
import type { CodeModule } from '../../project/code/types.ts';
import { benchOf } from './bench.ts';
import { exportsClient } from './client-name.ts';
import { relativeSpecifier } from './module-path.ts';
import type { RuleResult } from './rule.ts';

/** Undefined where no module, or more than one, exports the client under this name. */
export function importClient(module: CodeModule, name: string, modules: readonly CodeModule[]): RuleResult | undefined {
  const [from, ...more] = modules.filter((other) => other !== module && exportsClient(other, name));
  if (!from || more.length > 0) return undefined;
  const bench = benchOf(module);
  return bench.use({ specifier: relativeSpecifier(module, from), name }) === name ? bench.result() : undefined;
}

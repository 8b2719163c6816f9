/** What the app's runtime loads of ours, by variables alone. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../package-root.ts';
import type { StagePlan } from './plan.ts';

/** The preloads of Node and of Python, and where they write to. Others read neither variable. */
export function watching(
  plan: StagePlan,
  root: string,
  notesFile: string,
  provider: string,
  real: readonly string[],
): Record<string, string> {
  const preload = path.join(packageRoot(), 'assets', 'rehearsal', 'preload.cjs');
  const own = plan.env['NODE_OPTIONS'];
  const require = `--require=${/\s/.test(preload) ? `"${preload}"` : preload}`;
  return {
    NODE_OPTIONS: own === undefined || own === '' ? require : `${own} ${require}`,
    PYTHONPATH: [path.join(packageRoot(), 'assets', 'rehearsal', 'python'), plan.env['PYTHONPATH']]
      .filter(Boolean)
      .join(path.delimiter),
    PYTHONDONTWRITEBYTECODE: plan.env['PYTHONDONTWRITEBYTECODE'] ?? '1',
    PYTHONUNBUFFERED: '1',
    SCALEKIT_FIX_NOTES: notesFile,
    SCALEKIT_FIX_ROOT: root,
    SCALEKIT_FIX_PROVIDER: provider,
    SCALEKIT_FIX_REAL: real.join(','),
    // Straight there, where it is stopped: not through a proxy, which would go on for it.
    ...bypassing(plan.env, [...real, '.scalekit.com', '.scalekit.dev', '.scalekit.cloud']),
    SCALEKIT_FIX_SET: [...plan.set.keys()].join(','),
  };
}

function bypassing(env: StagePlan['env'], hosts: readonly string[]): Record<string, string> {
  const list = [env['NO_PROXY'], ...hosts].filter(Boolean).join(',');
  return { NO_PROXY: list, no_proxy: list };
}

/** For the preload, in a file that only this user can read: no value stands in a command line. */
export function keeping({ settings }: StagePlan, temporary: string): Record<string, string> {
  const file = path.join(temporary, 'settings.json');
  writeFileSync(file, JSON.stringify(Object.fromEntries(settings)), { mode: 0o600 });
  return { SCALEKIT_FIX_SETTINGS: file };
}

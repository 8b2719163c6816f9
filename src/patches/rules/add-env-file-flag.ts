/** Lets the start script load the env file: `node --env-file=.env server.js`. Needs no package; Node has it since 20.6. Pure. */
import type { SourceFile } from '../../project/source-file.ts';
import { insertion, type RuleResult, result } from './rule.ts';

/** @param command the script as package.json has it. */
export function addEnvFileFlag(manifest: SourceFile, command: string, envFile: string): RuleResult | undefined {
  const inCommand = /(?:^|&&\s*|\s)node(?=\s)(?!\s+--env-file)/.exec(command);
  if (!inCommand || /[\s"'\\]/.test(envFile)) return undefined;
  const written = JSON.stringify(command);
  const at = manifest.text.indexOf(written);
  // Written with other escapes, or twice: then it is not clear what to change.
  if (at === -1 || manifest.text.indexOf(written, at + 1) !== -1) return undefined;
  const offset = JSON.stringify(command.slice(0, inCommand.index + inCommand[0].length)).length - 1;
  return result(manifest, [insertion(at + offset, ` --env-file=${envFile}`)]);
}

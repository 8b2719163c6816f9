/** Why `go run` or a program that it started ended at once, and what helps. Pure. */
import type { StartChoice } from './facts.ts';

export function goTrouble({ file }: StartChoice, output: string, isMissing: boolean): string | undefined {
  if (/(?:open|stat) \.env: no such file|[eE]rror loading \.env|[nN]o \.env file/.test(output))
    return 'It wants a file .env; an empty one is enough here, since its variables are set for the run.';
  if (file !== 'go') return undefined;
  if (isMissing)
    return 'Go is not on the PATH: install it from https://go.dev/dl, or name the command: scalekit-fix rehearse -- COMMAND.';
  const wanted = /requires go >= ([\d.]+)/.exec(output)?.[1];
  if (wanted !== undefined) return `The module wants Go ${wanted}, which is newer than the one that is installed.`;
  if (
    /no required module provides package|missing go\.sum entry|module lookup disabled|cannot find module providing/.test(output)
  )
    return 'A module that the code imports is not there: go mod tidy, then go mod download.';
  const place = /^\S*?([\w./-]+\.go:\d+:\d+): /m.exec(output)?.[1];
  return place === undefined ? undefined : `The code does not compile: ${place.replace(/^\.\//, '')}.`;
}

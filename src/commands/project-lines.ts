/** What was found in the project folder, in a few lines: the first thing the wizard says. */
import { envFiles } from '../probes/env-files.ts';
import { environmentUrl } from '../probes/environment-url.ts';
import { projectShape } from '../probes/project-shape.ts';
import { redirectUris } from '../probes/redirect-uris.ts';
import { settings } from '../probes/settings.ts';
import { gitState } from '../project/git.ts';
import { leftBehind } from './cut-short.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, CommonOptions } from './options.ts';
import { reopen } from './repair.ts';
import { factValue } from './report.ts';

export async function projectLines(
  context: DiagnosisContext,
  options: CommonOptions,
  io: CommandIo,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const [sheet, git] = await Promise.all([
    context.gather({ pasted: undefined, answers: new Map(), signal, only: 'files' }),
    reopen(context, options, io).then(gitState),
  ]);
  const shape = factValue(projectShape, sheet);
  const files = factValue(envFiles, sheet)?.files.filter((file) => file.role !== 'template') ?? [];
  const environment = factValue(environmentUrl, sheet);
  const client = factValue(settings, sheet)?.clientId;
  const uris = [...new Set(factValue(redirectUris, sheet)?.uses.flatMap(({ uri }) => uri ?? []) ?? [])];
  const frameworks = shape?.frameworks.map((framework) => framework.name).join(', ') || 'no framework recognised';
  const sdks = shape?.sdks.map((sdk) => `${sdk.name} ${sdk.version ?? ''}`.trim()).join(', ') || 'no Scalekit SDK found';
  return context.scrub([
    ...leftBehind(options.cwd).map((sentence) => `Unfinished   ${sentence}`),
    `Project      ${frameworks} · ${shape?.languages.join(', ') || 'no code'} · ${sdks}`,
    `Env files    ${files.map((file) => file.path).join(', ') || 'none'}`,
    `Environment  ${environment ? `${environment.written}${environment.credentials.ok ? '' : ` — ${environment.credentials.why}`}` : 'no environment URL found'}${client ? ` · ${client.text}` : ''}`,
    `Redirect URI ${uris.join(', ') || 'none found'}`,
    `Git          ${git.kind === 'repository' ? `${git.branch ?? 'no branch'}${git.changed.length > 0 ? `, ${git.changed.length} files changed` : ', clean'}` : git.kind === 'none' ? 'not a repository' : git.reason}`,
  ]);
}

/** What "getting help" has to offer for the project at hand. */
import { type HelpTopic, helpFor } from '../help/index.ts';
import { projectShape } from '../probes/project-shape.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import { factValue } from './report.ts';

export async function helpTopics(
  context: DiagnosisContext,
  problem: string | undefined,
  signal: AbortSignal,
): Promise<readonly HelpTopic[]> {
  const sheet = await context.gather({ pasted: undefined, answers: new Map(), signal, only: 'files' });
  const shape = factValue(projectShape, sheet);
  const framework = shape?.frameworks[0];
  const id =
    framework?.id === 'nextjs' && !framework.routers.includes('app') && framework.routers.includes('pages')
      ? 'next-pages'
      : framework?.id;
  return helpFor({ framework: id, language: framework?.language ?? shape?.languages[0], problem });
}

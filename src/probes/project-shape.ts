/** Languages, frameworks, package manager and Scalekit SDK of the project. */
import { ok } from '../diagnosis/outcome.ts';
import { describeProject, type ProjectShape } from '../project/package.ts';
import { probe } from './tools.ts';

export type ProjectShapeFact = ProjectShape;

export const projectShape = probe({
  id: 'project-shape',
  title: 'Framework and Scalekit SDK of the project',
  reach: 'files',
  observe: async (_facts, { project }) => {
    const shape: ProjectShape = await describeProject(project);
    const frameworks = shape.frameworks.map((framework) => framework.name).join(', ');
    const sdks = shape.sdks.map((sdk) => `${sdk.name} ${sdk.version ?? ''}`.trim()).join(', ');
    return ok(
      shape,
      { label: 'Framework', actual: frameworks || 'none recognised' },
      { label: 'Scalekit SDK', actual: sdks || 'none found' },
      ...shape.notes.map((note) => ({ label: 'Note', note })),
    );
  },
});

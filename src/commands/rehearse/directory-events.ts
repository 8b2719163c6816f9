/** Types of directory events that the project's code names, whatever its language. */
import type { Project } from '../../project/files.ts';
import { directoryEvents } from '../../rehearsal/acts/directory.ts';

export async function directoryEventsIn(project: Project): Promise<string[]> {
  const files = (await project.filesMentioning(directoryEvents)).filter(
    ({ path: file }) =>
      /\.(?:[cm]?[jt]sx?|py|go|java|kt|rb|php)$/.test(file) && !/(?:^|\/)(?:tests?|__tests__)\/|[._](?:test|spec)\./.test(file),
  );
  return directoryEvents.filter((_type, index) => files.some(({ needles }) => needles.includes(index)));
}

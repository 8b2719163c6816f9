/** What `check` does first in a large folder, and nothing else: lists its files and finds those that name Scalekit. Prints how many. */
import { openProject } from '../../src/project/files.ts';

const NAMES = ['scalekit', 'Scalekit', 'SCALEKIT'];

openProject(process.argv[2] ?? '.', { env: {}, learn: () => undefined })
  .then((project) => project.filesMentioning(NAMES))
  .then((mentions) => process.stdout.write(`${mentions.length}\n`));

/** Says which code was not read, in sentences that stand right beside the verdict. Pure. */
import type { Coverage, NotRead } from '../diagnosis/coverage.ts';

const MOST_NAMED = 3;

/** Empty where all code that concerns Scalekit was read. */
export function coverageSentences({ notRead }: Coverage): string[] {
  return notRead.map(sentenceOf);
}

function sentenceOf(one: NotRead): string {
  const { language, files } = one;
  const count = files.length === 1 ? `One ${language} file` : `${files.length} ${language} files`;
  const was = files.length === 1 ? 'was' : 'were';
  switch (one.why) {
    case 'language':
      return `${language} code was not read: only its settings were checked${named(files, ' (', ')')}.`;
    case 'no-time':
      return `${language} code was not read: there was no time for it${named(files, ' (', ')')}.`;
    case 'too-large':
      return `${count} ${was} not read, being too large${named(files)}.`;
    case 'unreadable':
      return `${count} could not be opened${named(files)}.`;
    case 'syntax':
      return `${count} could not be read whole, because of syntax errors${named(files)}.`;
    case 'too-many':
      return `${count} ${was} not read, being more than are looked at${named(files)}.`;
    case 'folder-too-large':
      return 'The folder holds more files than are looked at: not all of them were searched for code that concerns Scalekit.';
  }
}

function named(files: readonly string[], open = ': ', close = ''): string {
  if (files.length === 0) return '';
  const rest = files.length - MOST_NAMED;
  return `${open}${files.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}${close}`;
}

/** The headings of "getting help": apart from the samples, so that a face can name them without loading those. */
import type { HelpSection } from './types.ts';

export const helpSectionWords: Readonly<Record<HelpSection, string>> = {
  docs: 'Documentation',
  samples: 'Code samples',
  testing: 'Trying it out',
  support: 'Asking Scalekit',
};

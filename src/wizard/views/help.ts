/** "Getting help" as a list under its sections; what is chosen is opened, copied or shown. Pure. */
import { helpSectionWords } from '../../help/sections.ts';
import type { HelpTopic } from '../../help/types.ts';
import type { Stage } from '../session.ts';
import { type Line, line, option, type Screen } from './line.ts';

export function helpScreen({ topics, selected }: Extract<Stage, { readonly kind: 'help' }>): Screen {
  if (!topics) return { title: 'Collecting what fits your project …', lines: [] };
  const lines = topics.flatMap((topic, index): Line[] => [
    ...(topics[index - 1]?.section === topic.section ? [] : [line(helpSectionWords[topic.section], 'accent')]),
    option(topic.title, index === selected),
    ...below(topic).map((text) => line(`    ${text}`, 'dim', 4)),
  ]);
  return { title: 'Getting help', lines };
}

export function below(topic: HelpTopic): string[] {
  switch (topic.kind) {
    case 'link':
      return [topic.url];
    case 'command':
    case 'bundle':
      return [topic.command];
    case 'sample':
      return [topic.file];
    case 'note':
      return [];
  }
}

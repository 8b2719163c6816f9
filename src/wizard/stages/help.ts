/** "Getting help": opening a page, copying a command, reading a sample, making the bundle. Pure. */
import { noSymptom } from '../../diagnosis/symptom.ts';
import type { HelpTopic } from '../../help/types.ts';
import type { UserEvent } from '../events.ts';
import type { Session, Stage } from '../session.ts';
import { gather, goTo, moved, only, openBundle, type Updated } from '../transitions.ts';

type HelpStage = Extract<Stage, { readonly kind: 'help' }>;

export function openHelp(session: Session, problem: string | undefined): Updated {
  return goTo(session, { kind: 'help', topics: undefined, selected: 0 }, { kind: 'list-help', problem });
}

/** What there is to copy of a topic. */
export function textOfTopic(topic: HelpTopic): string | undefined {
  switch (topic.kind) {
    case 'link':
      return topic.url;
    case 'command':
    case 'bundle':
      return topic.command;
    case 'sample':
      return topic.code;
    case 'note':
      return undefined;
  }
}

export function onHelp(session: Session, stage: HelpStage, event: UserEvent): Updated | undefined {
  const topics = stage.topics ?? [];
  switch (event.kind) {
    case 'move':
      return only({ ...session, scroll: 0, stage: { ...stage, selected: moved(stage.selected, event.by, topics.length) } });
    case 'continue':
      return follow(session, topics[stage.selected]);
    case 'choose':
      return follow({ ...session, stage: { ...stage, selected: event.index } }, topics[event.index]);
    case 'copy': {
      const topic = topics[stage.selected];
      const text = topic && textOfTopic(topic);
      return text === undefined ? undefined : only(session, { kind: 'copy', text });
    }
    default:
      return undefined;
  }
}

function follow(session: Session, topic: HelpTopic | undefined): Updated | undefined {
  switch (topic?.kind) {
    case 'link':
      return only(session, {
        kind: 'open',
        target: topic.url.startsWith('mailto:') ? { kind: 'mail', mailto: topic.url } : { kind: 'url', url: topic.url },
      });
    case 'command':
      return only(session, { kind: 'copy', text: topic.command });
    case 'sample':
      return goTo(session, { kind: 'entry', name: `${topic.title} (${topic.file})`, text: topic.code.trimEnd() });
    case 'bundle':
      // A bundle without a diagnosis would help nobody.
      return session.sheet.states.size === 0
        ? gather({ ...session, symptom: noSymptom }, undefined, 'bundle')
        : openBundle(session);
    case 'note':
    case undefined:
      return undefined;
  }
}

/** The visible screen as a function of the session. Pure: the time is handed in, for what is slow. */
import type { Session } from '../session.ts';
import { bundleNameScreen, bundleScreen, entryScreen } from './bundle.ts';
import { failedLoginsScreen } from './failed-logins.ts';
import { gatheringScreen } from './gathering.ts';
import { helpScreen } from './help.ts';
import { line, type Screen } from './line.ts';
import { keysScreen, quitScreen } from './overlays.ts';
import { confirmUndoScreen, patchesScreen } from './patches.ts';
import { proofScreen, workingScreen } from './proof.ts';
import { answersScreen, questionScreen } from './question.ts';
import { rehearseCommandScreen, rehearsedScreen, rehearseScreen, rehearsingScreen } from './rehearsal.ts';
import { confirmChangeScreen, remedyScreen } from './remedy.ts';
import { projectScreen, symptomScreen, understoodScreen } from './start.ts';
import { treeScreen } from './tree.ts';
import { verdictScreen } from './verdict.ts';

export function screenOf(session: Session, now: number): Screen {
  switch (session.overlays.at(-1)?.kind) {
    case 'keys':
      return keysScreen(session);
    case 'tree':
      return treeScreen(session);
    case 'quit':
      return quitScreen(session);
    case undefined:
      return stageScreen(session, now);
  }
}

function stageScreen(session: Session, now: number): Screen {
  const { stage } = session;
  switch (stage.kind) {
    case 'project':
      return projectScreen(session);
    case 'symptom':
      return symptomScreen(session, stage);
    case 'understood':
      return understoodScreen(stage, session);
    case 'failed-logins':
      return failedLoginsScreen(stage);
    case 'help':
      return helpScreen(stage);
    case 'gathering':
      return gatheringScreen(session, stage, now);
    case 'question':
      return questionScreen(stage);
    case 'answers':
      return answersScreen(session, stage);
    case 'verdict':
      return verdictScreen(session, stage);
    case 'remedy':
      return remedyScreen(session, stage);
    case 'confirm-change':
      return confirmChangeScreen(session, stage);
    case 'patches':
      return patchesScreen(stage);
    case 'confirm-undo':
      return confirmUndoScreen(stage);
    case 'working':
      return workingScreen(stage);
    case 'proof':
      return proofScreen(stage);
    case 'bundle':
      return bundleScreen(stage);
    case 'bundle-name':
      return bundleNameScreen(stage);
    case 'rehearse':
      return rehearseScreen(stage);
    case 'rehearse-command':
      return rehearseCommandScreen(stage);
    case 'rehearsing':
      return rehearsingScreen(stage);
    case 'rehearsed':
      return rehearsedScreen(session, stage);
    case 'entry':
      return entryScreen(stage);
    case 'message':
      return { title: stage.title, lines: stage.lines.map((text) => line(text)) };
  }
}

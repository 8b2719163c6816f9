/** A session on each of the stages, reached by running the wizard as far as it goes. */
import type { Session, Stage } from '../../src/wizard/session.ts';
import { update } from '../../src/wizard/update.ts';
import { helpTopics, rehearsed, saysThat, startWizard, until } from './fixture-host.ts';

/** After everything was looked at, with the boiler at so many bar. */
export async function verdictSession(bar: number): Promise<Session> {
  const { runner } = await startWizard(bar);
  runner.dispatch({ kind: 'continue' });
  await until(runner, () => runner.session().projectLines !== undefined);
  runner.dispatch({ kind: 'continue' });
  await until(runner, ({ kind }) => kind === 'verdict' || kind === 'question');
  return runner.session();
}

export async function everyStage(): Promise<readonly (readonly [name: string, session: Session])[]> {
  const verdict = await verdictSession(4);
  const question = await verdictSession(1);
  const on = (stage: Stage, session = verdict): Session => ({ ...session, stage });
  const finding = 'cold-water/too-high';
  const repair = { finding, title: 'The pressure is too high', before: '4 bar', how: 'edits' } as const;
  const planned = { kind: 'diff', diff: '-4\n+2\n', files: ['boiler.js'], warnings: [] } as const;
  const remedy = { kind: 'remedy', finding, choice: 0, planned, copied: 0 } as const;
  const preview = {
    entries: [{ name: 'REPORT.md', bytes: 12, text: '# Report\nall' }],
    subject: 'Help',
    body: 'It is cold.',
    mailto: 'mailto:support@scalekit.com',
  };
  const bundle = { kind: 'bundle', preview, selected: 0, dropped: [], keepsPeople: false } as const;
  const recognised = { lines: ['Error e_cold'], symptom: saysThat(['cold-water']) };
  const answered = update(question, { kind: 'answer', given: 'yes' }).session;
  const proved = { ...repair, done: 'Changed boiler.js.', patch: '1' };
  const proof = { kind: 'proof', repaired: proved, proof: { kind: 'gone', because: '2 bar', by: 'asking' } } as const;
  const failed = [{ title: 'today · e_cold', text: 'error=e_cold', hints: [] }];
  const patches = [
    { id: '2', title: 'Raise it', below: ['before: 4', 'after:  2'], environment: 'https://boiler.example (production)' },
    { id: '1', title: 'Turn it down', below: ['boiler.js'] },
  ] as const;
  const taken = { name: 'bundle.zip', free: 'bundle-2.zip' };
  const due = [{ id: '7', finding, files: ['boiler.js'] }];
  const proposed = { ok: true, command: 'npm start', remembered: true, rows: [['Folder', '/srv/boiler']] } as const;
  const sessions: readonly (readonly [string, Session])[] = [
    ['project', on({ kind: 'project' })],
    ['symptom', on({ kind: 'symptom', query: '', pasted: '', selected: 0 })],
    ['symptom, searching', on({ kind: 'symptom', query: 'co', pasted: '', selected: 0 })],
    ['understood', on({ kind: 'understood', recognised, selected: 0 })],
    ['understood, reading', on({ kind: 'understood', recognised: undefined, selected: 0 })],
    ['failed logins, reading', on({ kind: 'failed-logins', listed: undefined, selected: 0 })],
    ['failed logins', on({ kind: 'failed-logins', listed: { ok: true, logins: failed }, selected: 0 })],
    ['failed logins, none', on({ kind: 'failed-logins', listed: { ok: true, logins: [] }, selected: 0 })],
    ['failed logins, unreadable', on({ kind: 'failed-logins', listed: { ok: false, reason: 'No token.' }, selected: 0 })],
    ['help', on({ kind: 'help', topics: helpTopics, selected: 0 })],
    ['help, collecting', on({ kind: 'help', topics: undefined, selected: 0 })],
    ['gathering', on({ kind: 'gathering', why: 'everything', sheet: verdict.sheet, proving: undefined, leadsTo: 'verdict' })],
    ['question', question],
    ['answers', on({ kind: 'answers', selected: 0 }, answered)],
    ['verdict', verdict],
    ['remedy, a patch', on(remedy)],
    ['remedy, a change', on({ ...remedy, choice: 1, planned: undefined })],
    ['remedy, steps', on({ ...remedy, choice: 2, planned: undefined })],
    ['confirm-change', on({ kind: 'confirm-change', finding, choice: 1 })],
    ['patches', on({ kind: 'patches', listed: { ok: true, patches }, selected: 1 })],
    ['patches, reading', on({ kind: 'patches', listed: undefined, selected: 0 })],
    ['patches, none', on({ kind: 'patches', listed: { ok: true, patches: [] }, selected: 0 })],
    ['confirm-undo, a patch', on({ kind: 'confirm-undo', patch: patches[1] })],
    ['confirm-undo, a change', on({ kind: 'confirm-undo', patch: patches[0] })],
    ['project, a patch unproved', { ...on({ kind: 'project' }), due, hasPatches: true }],
    ['symptom, a patch unproved', { ...on({ kind: 'symptom', query: '', pasted: '', selected: 0 }), due, hasPatches: true }],
    ['working', on({ kind: 'working', task: { kind: 'repair', repair } })],
    ['proof', on(proof)],
    ['rehearse', on({ kind: 'rehearse', proposed })],
    ['rehearse, reading', on({ kind: 'rehearse', proposed: undefined })],
    ['rehearse, refused', on({ kind: 'rehearse', proposed: { ok: false, reason: 'Nothing says how the app is started.' } })],
    ['rehearse-command', on({ kind: 'rehearse-command', text: 'npm start' })],
    ['rehearsing', on({ kind: 'rehearsing', command: 'npm start', said: ['Honest login …', 'Forged state …'] })],
    [
      'rehearsed',
      { ...on({ kind: 'rehearsed', unfolded: ['state'], selected: 2 }), rehearsal: rehearsed, shown: rehearsed.shown },
    ],
    ['bundle', on(bundle)],
    ['bundle, collecting', on({ ...bundle, preview: undefined })],
    ['bundle-name', on({ kind: 'bundle-name', taken, dropped: [], text: taken.free, selected: 0 })],
    ['entry', on({ kind: 'entry', name: 'REPORT.md', text: '# Report\nall' })],
    ['message', on({ kind: 'message', title: 'Undone', lines: ['Undone: it.'] })],
  ];
  return sessions;
}

/** Every screen in windows of three sizes: nothing is wider or higher than the window, and every frame says what is happening and the way out. */
import { Text } from 'ink';
import { render } from 'ink-testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../src/tui/app.tsx';
import { footerText } from '../../src/tui/components/footer.ts';
import type { Runner } from '../../src/wizard/runner.ts';
import type { Session } from '../../src/wizard/session.ts';
import { screenOf } from '../../src/wizard/views/screen.ts';
import { everyStage, verdictSession } from '../wizard/stages.ts';
import { waitFor } from './see.ts';

const stages = await everyStage();
let unmount = (): void => {};
afterEach(() => unmount());

const sizes = [
  [80, 24],
  [60, 20],
  [40, 12],
] as const;

/** A session that stands still. */
function still(session: Session): Runner {
  return { session: () => session, dispatch: () => {}, subscribe: () => () => {}, finished: new Promise(() => {}) };
}

/** ink-testing-library's screen is as wide as it likes; here it has the size of the test. */
let size = { columns: 80, rows: 24 };
const testScreen = render(<Text> </Text>);
testScreen.unmount();
Object.defineProperties(Object.getPrototypeOf(testScreen.stdout), {
  columns: { get: () => size.columns },
  rows: { get: () => size.rows },
});

function open(session: Session, columns: number, rows: number): ReturnType<typeof render> {
  size = { columns, rows };
  const view = render(<App runner={still(session)} colour={false} />);
  unmount = view.unmount;
  return view;
}

/** As high as the window, but for the header and the row that Ink needs. */
function expectWhole(frame: string, columns: number, rows: number): void {
  expect(frame.split('\n')).toHaveLength(rows - 2);
  expect(frame.split('\n').filter((line) => widthOf(line) > columns)).toEqual([]);
}

function widthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (/[\u2e80-\uffff]/.test(character) ? 2 : 1), 0);
}

/** What a server may have written: no line ends in it, and it wants to draw by itself. */
const hostile = `\u001b[2J\u001b]0;x\u0007${'W'.repeat(500)} \u202e${'東京 '.repeat(100)}\r\n\tend`;

function withHostileText(session: Session): Session {
  return {
    ...session,
    projectLines: [hostile, hostile],
    notice: { text: hostile, good: false },
    repaired: [{ finding: 'cold-water/leak', title: hostile, before: hostile, how: 'edits', done: hostile, seen: true }],
  };
}

describe.each(sizes)('at %i×%i', (columns, rows) => {
  it.each(stages)('%s is whole', (_name, session) => {
    const frame = open(session, columns, rows).lastFrame() ?? '';
    expectWhole(frame, columns, rows);
    expect(frame).toContain(screenOf(session, 0).title.slice(0, columns - 4));
    expect(frame.split('\n').at(-1)).toMatch(/Esc.*(?:q quit|Ctrl-C)/);
  });

  it.each(stages)('%s stays whole with hostile text in it', (_name, session) => {
    const frame = open(withHostileText(session), columns, rows).lastFrame() ?? '';
    expectWhole(frame, columns, rows);
    expect(frame).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it.each(['keys', 'tree', 'quit'] as const)('the overlay %s is whole', async (kind) => {
    const session = await verdictSession(4);
    const over = { ...session, overlays: [{ kind, scroll: 0, letter: undefined }] };
    const frame = open(over, columns, rows).lastFrame() ?? '';
    expectWhole(frame, columns, rows);
    expect(frame.split('\n').at(-1)).toContain('Esc');
  });
});

it('a window that is made smaller is filled anew', async () => {
  const session = await verdictSession(4);
  const view = open(session, 80, 24);
  size = { columns: 40, rows: 12 };
  view.stdout.emit('resize');
  // The footer alone may be the same at both widths: the height is what tells the frames apart.
  const frame = await waitFor(
    () => view.lastFrame() ?? '',
    (text) => text.split('\n').length === 10,
  );
  expect(frame).toContain(footerText(session, 40));
  expectWhole(frame, 40, 12);
});

describe('the decision tree', () => {
  it('names each cause with its verdict and the facts it stands on, each with its state', async () => {
    const session = await verdictSession(4);
    const { lines } = screenOf({ ...session, overlays: [{ kind: 'tree', scroll: 0, letter: undefined }] }, 0);
    expect(lines.map(({ text }) => text)).toEqual([
      'Getting help',
      '└ ✖ The water is cold  ← your symptom',
      '  └ ✖ confirmed  The pressure is too high: 4 bar, valve open',
      '      by ✓ Pressure of the boiler · ✖ State of the valve',
      '  └ ? could not be seen  Gas leaks: Nobody smelled.',
      '      by ? Does it smell of gas?',
      '  └ ? could not be seen  The pipe is loose: Nobody has answered “Does it smell of gas?” yet.',
      '      by ? Does it smell of gas?',
    ]);
  });
});

/** The frame on Ink: what is drawn, and which key does what. */
import { render } from 'ink-testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../src/tui/app.tsx';
import type { Runner } from '../../src/wizard/runner.ts';
import { startWizard } from '../wizard/fixture-host.ts';
import { waitFor } from './see.ts';

const DOWN = '\u001b[B';
const ESCAPE = '\u001b';
let unmount = (): void => {};
afterEach(() => unmount());

async function show(
  bar = 4,
): Promise<{ runner: Runner; press: (key: string) => void; see: (text: string | RegExp) => Promise<string> }> {
  const { runner } = await startWizard(bar);
  const view = render(<App runner={runner} colour={false} />);
  unmount = view.unmount;
  const see = (text: string | RegExp): Promise<string> => waitFor(() => view.lastFrame() ?? '', text);
  return { runner, press: (key) => view.stdin.write(key), see };
}

describe('the wizard in a terminal', () => {
  it('is walked from the project to the proof by keys alone', async () => {
    const { press, see } = await show(4);
    await see('boiler.js');
    press('\r');
    await see('What do you see?');
    press('\r');
    const verdict = await see('1 cause confirmed');
    expect(verdict).toContain('expected  3');
    expect(verdict).toContain('Whose side: your app');
    press('\r');
    await see('+2');
    press('y');
    await see('Proved gone');
  });

  it('shows the decision tree and the keys over every screen, and goes back', async () => {
    const { press, see } = await show(4);
    await see('boiler.js');
    press('\r');
    await see('What do you see?');
    press('\r');
    await see('confirmed');
    press('t');
    expect(await see('Decision tree')).toContain('The pressure is too high');
    press(ESCAPE);
    await see('1 cause confirmed');
    press('?');
    expect(await see('Keys')).toContain('support bundle');
  });

  it('searches while letters are typed and counts what is pasted', async () => {
    const { press, see } = await show();
    await see('boiler.js');
    press('\r');
    await see('What do you see?');
    press('t');
    await see('Decision tree');
    press('o');
    await see('❯ to▏');
    press('\u001b[200~super-secret\r-token\u001b[201~');
    const frame = await see('21 characters pasted');
    expect(frame).not.toContain('super-secret');
    press('\u007f');
    await see('❯ ▏');
  });

  it('takes no line of a paste for a key', async () => {
    const { press, see, runner } = await show(4);
    await see('boiler.js');
    press('\r');
    await see('What do you see?');
    press('\r');
    await see('1 cause confirmed');
    press('\r');
    await see('y apply');
    press('\u001b[200~y\r\u001b[201~');
    press('\u001b[B');
    await see('Remedy 1 of 3');
    expect(runner.session().stage.kind).toBe('remedy');
  });

  it('says what a key came to, until the next one', async () => {
    const { press, see } = await show(4);
    await see('boiler.js');
    press('\r');
    await see('What do you see?');
    press('\r');
    await see('1 cause confirmed');
    press('d');
    await see('✓ open done');
    press(DOWN);
    await see(/^((?!open done)[\s\S])*$/);
  });

  it('asks with reason and default, and takes the arrows', async () => {
    const { press, see } = await show(1);
    await see('boiler.js');
    press('\r');
    await see('What do you see?');
    press('\r');
    expect(await see('Does it smell of gas?')).toContain('No probe can smell.');
    expect(await see('❯ No (default)')).toContain('Yes');
    press('\u001b[A');
    await see('❯ Yes');
    press('\r');
    await see('Gas leaks');
  });

  it('leaves with q and interrupts with Ctrl-C', async () => {
    const first = await show(4);
    await first.see('boiler.js');
    first.press('q');
    expect(await first.runner.finished).toBe(0);
    const second = await show(4);
    await second.see('boiler.js');
    second.press('\u0003');
    expect(await second.runner.finished).toBe(130);
  });

  it('moves the selection', async () => {
    const { press, see } = await show();
    await see('boiler.js');
    press('\r');
    await see('❯ The water is cold');
    press(DOWN);
    await see('❯ Documentation');
  });
});

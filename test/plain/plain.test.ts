/** The line-by-line face over streams, as a screen reader's terminal would be. */
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runPlain } from '../../src/plain/run.ts';
import { startWizard } from '../wizard/fixture-host.ts';

function terminal(): {
  keys: NodeJS.ReadStream;
  screen: NodeJS.WriteStream;
  said: () => string;
  see: (text: string) => Promise<void>;
} {
  const keys = Object.assign(new PassThrough(), { isTTY: false, setRawMode: () => {} });
  const screen = Object.assign(new PassThrough(), { isTTY: false, columns: 80, rows: 24 });
  // As with the real standard output, no prompt can end it.
  screen.end = () => screen;
  let said = '';
  screen.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  let from = 0;
  const see = async (text: string): Promise<void> => {
    const until = performance.now() + 5_000;
    for (let at = said.indexOf(text, from); ; at = said.indexOf(text, from)) {
      if (at !== -1) {
        from = at + text.length;
        return;
      }
      if (performance.now() > until) throw new Error(`Never heard ${text}:\n${said}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { keys: keys as unknown as NodeJS.ReadStream, screen: screen as unknown as NodeJS.WriteStream, said: () => said, see };
}

describe('the plain face', () => {
  it('walks the same session line by line', async () => {
    const { runner, world } = await startWizard(4);
    const { keys, screen, said, see } = terminal();
    const press = (text: string): void => {
      (keys as unknown as PassThrough).write(text);
    };
    const ended = runPlain({ runner, terminal: { keys, screen }, signal: new AbortController().signal });
    await see('What next?');
    press('\r');
    await see('What do you see?');
    press('\r');
    await see('What is wrong?');
    press('\r');
    await see('1 cause confirmed');
    await see('What next?');
    press('\r');
    await see('Remedy');
    await see('What next?');
    press('\r');
    await see('Proved gone');
    await see('What next?');
    runner.dispatch({ kind: 'quit' });
    press('\r');
    expect(await ended).toBe(0);
    expect(said()).toContain('fault: State of the valve');
    expect(world.calls).toContain('apply');
  });

  it('ends with 130 when it is interrupted', async () => {
    const { runner } = await startWizard(4);
    const { keys, screen, see } = terminal();
    const controller = new AbortController();
    const ended = runPlain({ runner, terminal: { keys, screen }, signal: controller.signal });
    await see('What next?');
    controller.abort();
    expect(await ended).toBe(130);
  });
});

/** The line-by-line face over streams, as a screen reader's terminal would be. */
import { describe, expect, it } from 'vitest';
import { runPlain } from '../../src/plain/run.ts';
import { startWizard, type WizardOptions } from '../wizard/fixture-host.ts';
import { type StreamTerminal, streamTerminal } from './terminal.ts';

async function open(bar = 4, options: WizardOptions = {}) {
  const { runner, world } = await startWizard(bar, options);
  const { terminal, press, hear, said } = streamTerminal();
  const controller = new AbortController();
  const ended = runPlain({ runner, terminal, signal: controller.signal });
  return { runner, world, press, hear, said, ended, interrupt: () => controller.abort() };
}

/** Each answer once its question was put. */
async function talk(
  { hear, press }: Pick<StreamTerminal, 'hear' | 'press'>,
  ...turns: (readonly [heard: string, answer: string])[]
) {
  for (const [heard, answer] of turns) {
    await hear(heard);
    press(`${answer}\r`);
  }
}

describe('the plain face', () => {
  it('walks the same session line by line, from the project to the proof', async () => {
    const face = await open(4);
    await talk(
      face,
      ['What next? Number, Enter for 1:', ''],
      ['Enter alone gives the list:', ''],
      ['What is wrong? Number, Enter for 1:', ''],
    );
    await face.hear('fault: State of the valve');
    await face.hear('1 cause confirmed');
    await face.hear('expected  3');
    await talk(face, ['1. remedy for: The pressure is too high', ''], ['What next? Number:', '1']);
    await face.hear('Proved gone');
    await face.hear('before  ✖ 4 bar, valve open');
    await talk(face, ['What next?', '']);
    await face.hear('Nothing wrong was found');
    const quit = /(\d+)\. quit\n(?!.*\d+\. quit)/s;
    await face.hear('What next?');
    face.press(`${quit.exec(face.said())?.[1]}\r`);
    expect(await face.ended).toBe(0);
    expect(face.world.calls).toContain('apply');
  });

  it('draws nothing that a dumb terminal cannot show', async () => {
    const face = await open(4);
    await talk(face, ['What next?', '9'], ['Choose a number from 1 to 4.\n', '1'], ['gives the list:', '']);
    await face.hear('What is wrong?');
    face.interrupt();
    await face.ended;
    expect(face.said()).not.toMatch(/[\u0000-\u0007\u000b-\u001f\u007f-\u009f]/);
  });

  it('changes nothing on Enter alone', async () => {
    const face = await open(4);
    await talk(face, ['What next?', ''], ['the list:', ''], ['wrong?', ''], ['What next?', ''], ['What next? Number:', '']);
    await face.hear('Choose a number from 1');
    face.interrupt();
    expect(await face.ended).toBe(130);
    expect(face.world.calls).not.toContain('apply');
  });

  it('takes a paste with all its lines, counts it and echoes none', async () => {
    const face = await open(4);
    await talk(face, ['What next?', '']);
    await face.hear('the list:');
    face.press('Error: e_cold\r\n    at secret-place.js\r\n\r\ny\r\n');
    await face.hear('39 characters pasted.');
    await face.hear('Error e_cold');
    await face.hear('1. The water is cold');
    face.interrupt();
    await face.ended;
    expect(face.said()).not.toContain('secret-place');
    expect(face.world.calls[0]).toMatch(/^recognise 4\d$/);
  });

  it('lets typed words be corrected before Enter', async () => {
    const face = await open(4);
    await talk(face, ['What next?', '']);
    await face.hear('the list:');
    for (const key of ['c', 'a', 'k', 'x', '\u007f', 'e', '\r']) face.press(key);
    await face.hear('A cake is none of ours.');
    face.interrupt();
    await face.ended;
  });

  it('asks questions with reason and default, and takes “I do not know”', async () => {
    const face = await open(1);
    await talk(face, ['What next?', ''], ['the list:', ''], ['What is wrong?', '']);
    await face.hear('Does it smell of gas?');
    await face.hear('Why: No probe can smell.');
    await face.hear('Your answer? Number, Enter for 2:');
    face.press('3\r');
    await face.hear('Could not be seen');
    expect([...face.runner.session().declined]).toEqual(['smell']);
    face.interrupt();
    await face.ended;
  });

  it('starts the app on the user’s word, tells each act, and opens the exchange that went wrong', async () => {
    const face = await open(4);
    await talk(face, ['What next?', ''], ['the list:', ''], ['What is wrong?', '']);
    await talk(face, ['2. run it', '2']);
    await face.hear('Stays real  DATABASE_URL');
    await talk(face, ['1. start it', '1']);
    await face.hear('unsound: Forged state. A login with a state made up went through.');
    await talk(face, ['1. open exchange-2 (Forged state)', '1']);
    await face.hear('> cookie: login=#9a1e');
    face.interrupt();
    await face.ended;
  });

  it('goes back, drops an entry of the bundle and says what became of it', async () => {
    const face = await open(4);
    await talk(face, ['What next?', ''], ['the list:', ''], ['What is wrong?', '']);
    await face.hear('3. support bundle');
    await talk(face, ['What next?', '3'], ['4. drop code.txt', '4'], ['4. keep code.txt', '5']);
    await face.hear('Written.');
    expect(face.world.calls).toContain('write-bundle without code.txt');
    face.interrupt();
    await face.ended;
  });

  it('ends with 130 when it is interrupted, by the signal as by the key', async () => {
    const one = await open(4);
    await one.hear('What next?');
    one.interrupt();
    expect(await one.ended).toBe(130);
    const other = await open(4);
    await other.hear('What next?');
    other.press('\u0003');
    expect(await other.ended).toBe(130);
  });

  it('ends where the world broke', async () => {
    const face = await open(4, { host: { gather: () => Promise.reject(new Error('broken')) } });
    await talk(face, ['What next?', ''], ['the list:', ''], ['What is wrong?', '']);
    await expect(face.ended).rejects.toThrow('broken');
  });
});

/** What is kept between runs, and what becomes of it when the disk does not play along. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSettings } from '../src/settings.ts';

function home(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-home-'));
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const looking = (problem: string) => ({ focus: [problem], answers: { framework: 'next' } });

describe('settings', () => {
  it('remember what was being looked into, by folder, under XDG_CONFIG_HOME', async () => {
    const config = home();
    const first = await openSettings({ XDG_CONFIG_HOME: config, HOME: home() });
    first.rememberUnfinished('/some/app', looking('token-expired'));
    const again = await openSettings({ XDG_CONFIG_HOME: config, HOME: home() });
    expect(again.unfinished('/some/app')).toEqual(looking('token-expired'));
    expect(again.unfinished('/other/app')).toBeUndefined();
    again.forgetUnfinished('/some/app');
    expect((await openSettings({ XDG_CONFIG_HOME: config })).unfinished('/some/app')).toBeUndefined();
  });

  it('hold neither the folder’s name nor anything else than problems', async () => {
    const config = home();
    (await openSettings({ XDG_CONFIG_HOME: config })).rememberUnfinished('/home/ada/secret-project', looking('invalid-client'));
    const file = path.join(config, 'scalekit-fix', readdirSync(path.join(config, 'scalekit-fix'))[0] ?? '');
    expect(readFileSync(file, 'utf8')).not.toContain('secret-project');
    writeFileSync(file, readFileSync(file, 'utf8').replace('invalid-client', '\u001b[2J../../etc'));
    expect((await openSettings({ XDG_CONFIG_HOME: config })).unfinished('/home/ada/secret-project')).toBeUndefined();
  });

  it('keep no answer that is not one of a list', async () => {
    const config = home();
    const settings = await openSettings({ XDG_CONFIG_HOME: config });
    settings.rememberUnfinished('/a', { focus: [], answers: { stage: 'local', words: 'My password is hunter2.' } });
    expect(settings.unfinished('/a')).toEqual({ focus: [], answers: { stage: 'local' } });
  });

  it('go under HOME where XDG_CONFIG_HOME is not given', async () => {
    const folder = home();
    (await openSettings({ HOME: folder })).rememberUnfinished('/a', looking('token-expired'));
    expect(existsSync(path.join(folder, '.config', 'scalekit-fix'))).toBe(true);
  });

  it.each(['not json', '', '[1,2', '{"__proto__": 1}'])('begin anew from a file that holds %j', async (content) => {
    const config = home();
    (await openSettings({ XDG_CONFIG_HOME: config })).rememberUnfinished('/a', looking('token-expired'));
    const file = path.join(config, 'scalekit-fix', readdirSync(path.join(config, 'scalekit-fix'))[0] ?? '');
    writeFileSync(file, content);
    const settings = await openSettings({ XDG_CONFIG_HOME: config });
    expect(settings.unfinished('/a')).toBeUndefined();
    settings.rememberUnfinished('/a', looking('invalid-client'));
  });

  it('are lived without where nothing can be written', async () => {
    const settings = await openSettings({ XDG_CONFIG_HOME: '/dev/null/nowhere' });
    settings.rememberUnfinished('/a', looking('token-expired'));
    expect(settings.unfinished('/b')).toBeUndefined();
  });
});

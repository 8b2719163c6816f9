/** The rehearsal in the wizard: shown before anything starts, told act by act, folded by act, and a proof for what was patched. */
import { describe, expect, it } from 'vitest';
import type { WizardHost } from '../../src/wizard/host.ts';
import { exitCodeOf, openFindings } from '../../src/wizard/judged.ts';
import { eventFor } from '../../src/wizard/keys.ts';
import type { Runner } from '../../src/wizard/runner.ts';
import { screenOf } from '../../src/wizard/views/screen.ts';
import { rehearsed, startWizard, until } from './fixture-host.ts';

const shown = (runner: Runner): string => {
  const { title, lines } = screenOf(runner.session(), 0);
  return [title, ...lines.map(({ text }) => text)].join('\n');
};

function press(runner: Runner, ...keys: readonly string[]): void {
  for (const key of keys) {
    const event = eventFor(runner.session(), key);
    if (!event) throw new Error(`Nothing is on ${key} here:\n${shown(runner)}`);
    runner.dispatch(event);
  }
}

async function atVerdict(bar = 2, host: Partial<WizardHost> = {}): Promise<Awaited<ReturnType<typeof startWizard>>> {
  const started = await startWizard(bar, { host });
  const { runner } = started;
  runner.dispatch({ kind: 'continue' });
  await until(runner, () => runner.session().projectLines !== undefined);
  runner.dispatch({ kind: 'continue' });
  await until(runner, ({ kind }) => kind === 'verdict' || kind === 'question');
  if (runner.session().stage.kind === 'question') runner.dispatch({ kind: 'answer', given: 'yes' });
  await until(runner, ({ kind }) => kind === 'verdict');
  return started;
}

async function atProposal(host: Partial<WizardHost> = {}): Promise<Awaited<ReturnType<typeof startWizard>>> {
  const started = await atVerdict(2, host);
  press(started.runner, 'w');
  await until(started.runner, (stage) => stage.kind === 'rehearse' && stage.proposed !== undefined);
  return started;
}

async function atChart(host: Partial<WizardHost> = {}): Promise<Awaited<ReturnType<typeof startWizard>>> {
  const started = await atProposal(host);
  press(started.runner, 'y');
  await until(started.runner, ({ kind }) => kind === 'rehearsed');
  return started;
}

describe('before anything starts', () => {
  it('the command and what stays real are shown, and Esc starts nothing', async () => {
    const { runner, world } = await atProposal();
    expect(shown(runner)).toMatch(/Command {5}npm start[\s\S]*Stays real {2}DATABASE_URL/);
    press(runner, 'escape');
    expect(runner.session().stage.kind).toBe('verdict');
    expect(world.calls).not.toContain('rehearse');
  });

  it('the command can be edited, and is proposed afresh', async () => {
    const { runner, world } = await atProposal();
    press(runner, 'e');
    for (let letter = 0; letter < 'start'.length; letter++) press(runner, 'backspace');
    runner.dispatch({ kind: 'type', text: 'run dev' });
    press(runner, 'return');
    await until(runner, (stage) => stage.kind === 'rehearse' && stage.proposed !== undefined);
    expect(world.calls.at(-1)).toBe('propose npm run dev');
    expect(shown(runner)).toContain('npm run dev');
    press(runner, 'escape');
    expect(runner.session().stage.kind).toBe('verdict');
  });
});

describe('while the app runs', () => {
  function hanging(): { readonly host: Partial<WizardHost>; readonly log: string[]; readonly end: () => void } {
    const log: string[] = [];
    let end = (): void => {};
    const host: Partial<WizardHost> = {
      rehearse: (signal, onProgress) => {
        onProgress('Honest login …');
        signal.addEventListener('abort', () => log.push('stopped'));
        return new Promise((resolve) => {
          end = () => {
            log.push('ended');
            resolve({ ok: true, ...rehearsed });
          };
        });
      },
    };
    return { host, log, end: () => end() };
  }

  it('the act under way is told, and Esc stops it', async () => {
    const { host, log, end } = hanging();
    const { runner } = await atProposal(host);
    press(runner, 'y');
    await until(runner, (stage) => stage.kind === 'rehearsing' && stage.said.length > 0);
    expect(shown(runner)).toContain('Honest login …');
    press(runner, 'escape');
    expect([log, runner.session().stage.kind]).toEqual([['stopped'], 'verdict']);
    end();
  });

  it.each(['q', 'ctrl-c'])('%s leaves no sooner than the app has ended', async (key) => {
    const { host, log, end } = hanging();
    const { runner } = await atProposal(host);
    press(runner, 'y');
    await until(runner, (stage) => stage.kind === 'rehearsing' && stage.said.length > 0);
    press(runner, key);
    void runner.finished.then(() => log.push('left'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).toEqual(['stopped']);
    end();
    await runner.finished;
    expect(log.slice(0, 2)).toEqual(['stopped', 'ended']);
  });
});

describe('what it has shown', () => {
  it('is folded by act; the act that went wrong is open, its first wrong exchange marked', async () => {
    const { runner } = await atChart();
    const text = shown(runner);
    expect(text).toContain('Rehearsed: 1 of 2 acts went wrong');
    expect(text).toMatch(/▸ ✓ sound {6}Honest login/);
    expect(text).toMatch(/▾ ✖ unsound {4}Forged state[\s\S]*▶ {2}│───────▶│ {8}│ {1}exchange-2 {2}GET \/auth\/callback/);
    expect(text).not.toContain('exchange-1');
    press(runner, 'home', 'return');
    expect(shown(runner)).toContain('exchange-1');
  });

  it('is opened exchange by exchange', async () => {
    const { runner } = await atChart();
    press(runner, 'x');
    expect(shown(runner)).toMatch(
      /exchange-2 {2}browser → app[\s\S]*> cookie: login=#9a1e[\s\S]*< location: \/me[\s\S]*Found[\s\S]*at server.js:41/,
    );
    press(runner, 'escape');
    expect(runner.session().stage.kind).toBe('rehearsed');
  });

  it('joins the findings, counts for the exit code, and names an exchange that x opens', async () => {
    const { runner } = await atChart();
    press(runner, 'escape');
    expect(openFindings(runner.session()).map(({ id, verdict }) => [id, verdict.kind])).toEqual([
      ['cold-water/too-high', 'confirmed'],
      ['cold-water/leak', 'likely'],
    ]);
    expect(exitCodeOf(runner.session())).toBe(1);
    press(runner, 'x');
    expect(shown(runner)).toContain('exchange-2  browser → app');
  });

  it('is not called changed by a look at the files alone, when something was done by hand', async () => {
    const { runner } = await atChart();
    press(runner, 'escape', 'return', 'tab', 'tab', 'r');
    await until(runner, ({ kind }) => kind === 'proof');
    expect(shown(runner)).toMatch(/^It could not be proved[\s\S]*only a run shows that it is gone/);
    press(runner, 'return');
    expect(openFindings(runner.session())[0]?.id).toBe('cold-water/too-high');
    expect(shown(runner)).not.toContain('changed;');
  });

  it('is told with what the app wrote where it could not be started', async () => {
    const { runner } = await atProposal({
      rehearse: async () => ({ ok: false, lines: ['npm start ended before it answered.', 'no database'] }),
    });
    press(runner, 'y');
    await until(runner, ({ kind }) => kind === 'message');
    expect(shown(runner)).toMatch(/could not be rehearsed[\s\S]*no database/);
  });
});

describe('a patch that only running shows', () => {
  async function patched(after: (typeof rehearsed)['shown']): Promise<string> {
    const running = async (registry: WizardHost['registry']): Promise<WizardHost['registry']> =>
      registry.map((problem) => ({
        ...problem,
        causes: problem.causes.map((cause) => ({ ...cause, provedBy: 'running' as const })),
      }));
    const registry = await running(rehearsed.registry);
    const { runner } = await atVerdict(4, {
      registry,
      rehearse: async () => ({ ok: true, ...rehearsed, registry, shown: after }),
    });
    press(runner, 'return');
    await until(runner, (stage) => stage.kind === 'remedy' && stage.planned !== undefined);
    press(runner, 'y');
    await until(runner, ({ kind }) => kind === 'proof');
    expect(shown(runner)).toContain('Changed; not yet seen to work: scalekit-fix rehearse');
    press(runner, 'w');
    await until(runner, (stage) => stage.kind === 'rehearse' && stage.proposed !== undefined);
    press(runner, 'y');
    await until(runner, ({ kind }) => kind === 'rehearsed');
    press(runner, 'escape');
    return shown(runner);
  }
  const [fault] = rehearsed.shown;
  if (!fault) throw new Error('The fixture shows nothing.');

  it('is proved by the rehearsal that sees it work', async () => {
    expect(await patched([{ ...fault, kind: 'ruled-out' }])).toContain('✓ changed; seen to work  The pressure is too high');
  });

  it('is told to fail still where the rehearsal sees that', async () => {
    const text = await patched([fault]);
    expect(text).toContain('changed; seen to fail still');
    expect(text).not.toContain('✓ changed');
  });

  it('stays unproved where the rehearsal saw nothing of it', async () => {
    expect(await patched([])).toContain('not yet seen to work');
  });
});

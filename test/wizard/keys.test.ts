/** The table of keys: every stage has a way back and a way out, each key does one thing, and what is shown is what is handled. */
import { describe, expect, it } from 'vitest';
import { footerText } from '../../src/tui/components/footer.ts';
import type { UserEvent } from '../../src/wizard/events.ts';
import { bindings, eventFor, takesText } from '../../src/wizard/keys.ts';
import type { Session, Stage } from '../../src/wizard/session.ts';
import { update } from '../../src/wizard/update.ts';
import { screenOf } from '../../src/wizard/views/screen.ts';
import { everyStage, verdictSession } from './stages.ts';

const typed = (session: Session, keys: string): Session =>
  [...keys].reduce((now, key) => {
    const event = eventFor(now, key) ?? (takesText(now) ? ({ kind: 'type', text: key } as const) : undefined);
    return event ? update(now, event).session : now;
  }, session);

const symptom: Stage = { kind: 'symptom', query: '', pasted: '', selected: 0 };

describe.each(await everyStage())('on %s', (_name, session) => {
  it('a key leads back and one leads out', () => {
    const events = bindings(session).map(({ event }) => event.kind);
    expect(events).toContain('back');
    expect(events).toContain('interrupt');
  });

  it('each key does one thing, the one that the table says', () => {
    const keys = bindings(session).flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { keys: own, event } of bindings(session)) for (const key of own) expect(eventFor(session, key)).toEqual(event);
  });

  it('each key that the footer names does something', () => {
    for (const { event, quiet } of bindings(session)) {
      if (quiet) continue;
      const { session: next, effects } = update(session, event);
      const { notice: _before, ...before } = session;
      const { notice: _after, ...after } = next;
      expect({
        event,
        changed: effects.length > 0 || JSON.stringify(after) !== JSON.stringify(before) || next.notice !== undefined,
      }).toEqual({
        event,
        changed: true,
      });
    }
  });

  it('the overlay lists every key', () => {
    const overlay = screenOf({ ...session, overlays: [{ kind: 'keys', scroll: 0, letter: undefined }] }, 0);
    const listed = overlay.lines.map(({ text }) => text).join('\n');
    for (const { shown, label } of bindings(session)) expect(listed).toMatch(new RegExp(`${escaped(shown)} +${escaped(label)}`));
  });

  it.each([80, 60, 40])('the footer fits %i columns and names the way out', (width) => {
    const text = footerText(session, width);
    expect(text.length).toBeLessThanOrEqual(width);
    expect(text).toMatch(/q quit|Ctrl-C|Enter leave/);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describe('letters over an empty search box', () => {
  it.each([
    ['t', [{ kind: 'tree' }], ''],
    ['token', [], 'token'],
    ['q', [{ kind: 'quit' }], ''],
    ['quote', [], 'quote'],
    ['redirect', [], 'redirect'],
    ['?', [{ kind: 'keys' }], ''],
  ])('%j', async (keys, overlays, query) => {
    const session = typed({ ...(await verdictSession(4)), stage: symptom }, keys);
    expect(session.overlays).toMatchObject(overlays);
    expect(session.stage).toMatchObject({ query });
  });

  it('q twice leaves', async () => {
    const session = { ...(await verdictSession(4)), stage: symptom };
    const asked = typed(session, 'q');
    expect(update(asked, eventFor(asked, 'q') as UserEvent).effects).toContainEqual({ kind: 'exit', code: 1 });
  });

  it('go into the box alone once something stands in it', async () => {
    const session = { ...(await verdictSession(4)), stage: { ...symptom, query: 'a' } };
    for (const key of ['q', 't', '?']) expect(eventFor(session, key)).toBeUndefined();
  });
});

describe('overlays', () => {
  it('keep the place of what lies under them, and their own', async () => {
    const session = { ...(await verdictSession(4)), scroll: 3 };
    const scrolled = update(typed(session, 't'), { kind: 'scroll', by: 5, most: 9 }).session;
    expect(scrolled.overlays).toMatchObject([{ kind: 'tree', scroll: 5 }]);
    expect(update(scrolled, { kind: 'back' }).session).toMatchObject({ overlays: [], scroll: 3 });
  });

  it('let nothing through to the stage', async () => {
    const session = typed(await verdictSession(4), 't');
    expect(update(session, { kind: 'continue' }).session.stage).toBe(session.stage);
  });
});

describe('scrolling', () => {
  it.each([
    [0, -1, 9, 0],
    [9, 10, 12, 12],
    [12, -1, 12, 11],
    [40, -1, 12, 11],
    [0, 1_000_000, 12, 12],
  ])('from %i by %i of %i leads to %i', async (from, by, most, to) => {
    const session = { ...(await verdictSession(4)), scroll: from };
    expect(update(session, { kind: 'scroll', by, most }).session.scroll).toBe(to);
  });

  it('goes on where the last finding was reached', async () => {
    const session = await verdictSession(4);
    expect(update(session, { kind: 'move', by: 1, most: 5 }).session.scroll).toBe(1);
  });
});

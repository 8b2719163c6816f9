/** The wizard's one frame: what is happening, the screen's window, the last word, the keys. Everything in it is a function of the session. */
import { Box, Text } from 'ink';
import { type ReactElement, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Runner } from '../wizard/runner.ts';
import { line } from '../wizard/views/line.ts';
import { screenOf } from '../wizard/views/screen.ts';
import { footerText } from './components/footer.ts';
import { Rows } from './components/rows.tsx';
import { Title } from './components/title.tsx';
import { useKeys } from './hooks/use-keys.ts';
import { useSize } from './hooks/use-size.ts';
import { useTicker } from './hooks/use-ticker.ts';
import { windowOf } from './layout.ts';
import { themeFor } from './theme.ts';
import { wrapped } from './wrap.ts';

export interface AppProps {
  readonly runner: Runner;
  readonly colour: boolean;
}

/** The launcher’s header, title, what is above and below, the footer, and one row that must stay free for Ink. */
const FRAME_ROWS = 6;
/** A notice may take that many. */
const NOTICE_ROWS = 3;
/** Slow probes are told in seconds. */
const SLOW_TICK_MS = 1_000;
const busyStages = new Set(['gathering', 'working', 'rehearsing']);

export function App({ runner, colour }: AppProps): ReactElement {
  const session = useSyncExternalStore(runner.subscribe, runner.session);
  const { columns, rows } = useSize();
  const busy = busyStages.has(session.stage.kind);
  const now = useTicker(busy, SLOW_TICK_MS);
  const mostScroll = useRef(0);
  useKeys(runner, mostScroll);
  const theme = themeFor(colour);
  const { notice } = session;
  const scroll = session.overlays.at(-1)?.scroll ?? session.scroll;
  const screen = useMemo(() => screenOf(session, now), [session, now]);
  const said = useMemo(() => {
    if (!notice) return [];
    const room = Math.max(0, Math.min(NOTICE_ROWS, rows - FRAME_ROWS - 1));
    return wrapped(line(`${notice.good ? '✓' : '!'} ${notice.text}`, notice.good ? 'good' : 'warn', 2), columns).slice(0, room);
  }, [notice, columns, rows]);
  const shown = useMemo(
    () => windowOf(screen.lines, columns, Math.max(1, rows - FRAME_ROWS - said.length), scroll),
    [screen, columns, rows, scroll, said],
  );
  mostScroll.current = shown.most;
  return (
    <Box flexDirection="column">
      <Title text={screen.title} busy={busy} style={theme.accent} />
      <Text wrap="truncate" {...theme.dim}>
        {shown.above > 0 ? `↑ ${shown.above} more` : ' '}
      </Text>
      <Rows rows={shown.rows} theme={theme} />
      <Text wrap="truncate" {...theme.dim}>
        {shown.below > 0 ? `↓ ${shown.below} more` : ' '}
      </Text>
      <Rows rows={said} theme={theme} />
      <Text wrap="truncate" {...theme.dim}>
        {footerText(session, columns)}
      </Text>
    </Box>
  );
}

/** The wizard's one frame: what is happening, the screen's window, the keys. Everything in it is a function of the session. */
import { Box, Text } from 'ink';
import { type ReactElement, useMemo, useSyncExternalStore } from 'react';
import type { Runner } from '../wizard/runner.ts';
import { screenOf } from '../wizard/views/screen.ts';
import { footerText } from './components/footer.ts';
import { Rows } from './components/rows.tsx';
import { Title } from './components/title.tsx';
import { useKeys } from './hooks/use-keys.ts';
import { useSize } from './hooks/use-size.ts';
import { useTicker } from './hooks/use-ticker.ts';
import { windowOf } from './layout.ts';
import { themeFor } from './theme.ts';

export interface AppProps {
  readonly runner: Runner;
  readonly colour: boolean;
}

/** The launcher's header, title, what is above and below, the footer, and one row that must stay free for Ink. */
const FRAME_ROWS = 6;
/** Slow probes are told in seconds. */
const SLOW_TICK_MS = 1_000;
const busyStages = new Set(['gathering', 'working']);

export function App({ runner, colour }: AppProps): ReactElement {
  const session = useSyncExternalStore(runner.subscribe, runner.session);
  const { columns, rows } = useSize();
  const busy = busyStages.has(session.stage.kind);
  const now = useTicker(busy, SLOW_TICK_MS);
  useKeys(runner);
  const theme = themeFor(colour);
  const screen = useMemo(() => screenOf(session, now), [session, now]);
  const shown = useMemo(
    () => windowOf(screen.lines, columns, Math.max(1, rows - FRAME_ROWS), session.scroll),
    [screen, columns, rows, session.scroll],
  );
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
      <Text wrap="truncate" {...theme.dim}>
        {footerText(session, columns)}
      </Text>
    </Box>
  );
}

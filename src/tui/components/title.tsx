/** What is happening, in one line; while something is under way, with the one thing on the screen that turns. */
import { Text } from 'ink';
import type { ReactElement } from 'react';
import { plainText } from '../../redaction/plain-text.ts';
import { useTicker } from '../hooks/use-ticker.ts';
import type { InkStyle } from '../theme.ts';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const TURN_MS = 80;

export interface TitleProps {
  readonly text: string;
  readonly busy: boolean;
  readonly style: InkStyle;
}

export function Title({ text, busy, style }: TitleProps): ReactElement {
  const now = useTicker(busy, TURN_MS);
  const mark = busy ? (FRAMES[Math.floor(now / TURN_MS) % FRAMES.length] ?? '') : '❯';
  return (
    <Text wrap="truncate" {...style} bold>
      {`${mark} ${plainText(text, { maxLength: 300 })}`}
    </Text>
  );
}

/** The rows of a window. Memoised one by one: a key press changes few of them. */
import { Text } from 'ink';
import { memo, type ReactElement } from 'react';
import type { Row } from '../layout.ts';
import type { InkStyle } from '../theme.ts';

const RowText = memo(function RowText({ text, style }: { readonly text: string; readonly style: InkStyle }): ReactElement {
  return (
    <Text wrap="truncate" {...style}>
      {text === '' ? ' ' : text}
    </Text>
  );
});

export interface RowsProps {
  readonly rows: readonly Row[];
  readonly theme: Readonly<Record<Row['tone'], InkStyle>>;
}

export function Rows({ rows, theme }: RowsProps): ReactElement {
  return (
    <>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the window.
        <RowText key={index} text={row.text} style={theme[row.tone]} />
      ))}
    </>
  );
}

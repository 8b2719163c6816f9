/** The size of the terminal, kept up while it is resized. */
import { useStdout } from 'ink';
import { useEffect, useState } from 'react';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export function useSize(): Size {
  const { stdout } = useStdout();
  const read = (): Size => ({ columns: Math.max(20, stdout.columns ?? 80), rows: Math.max(6, stdout.rows ?? 24) });
  const [size, setSize] = useState(read);
  useEffect(() => {
    const update = (): void => setSize(read());
    stdout.on('resize', update);
    return () => {
      stdout.off('resize', update);
    };
  });
  return size;
}

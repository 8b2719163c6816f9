/** The size of the terminal, kept up while it is resized. */
import { useStdout } from 'ink';
import { useEffect, useState } from 'react';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export function useSize(): Size {
  const { stdout } = useStdout();
  const [size, setSize] = useState(() => sizeOf(stdout));
  useEffect(() => {
    const update = (): void => {
      const next = sizeOf(stdout);
      setSize((size) => (size.columns === next.columns && size.rows === next.rows ? size : next));
    };
    // Between the first frame and this, the window may have changed already.
    update();
    stdout.on('resize', update);
    return () => {
      stdout.off('resize', update);
    };
  }, [stdout]);
  return size;
}

/** A terminal that does not say has the size of old; below twenty columns nothing can be read. */
function sizeOf({ columns, rows }: NodeJS.WriteStream): Size {
  return { columns: Math.max(20, columns || 80), rows: Math.max(6, rows || 24) };
}

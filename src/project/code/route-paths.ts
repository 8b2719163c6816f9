/** Paths of routes: how their pieces join, and what of a file's place takes part in them. Pure. */

export function joinPaths(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}

/** Route groups and parallel routes take no part in the path. */
export function segments(folder: string): string {
  return folder
    .split('/')
    .filter((part) => part !== '' && !/^[(@]/.test(part))
    .join('/');
}

/** Says in words how two redirect URIs differ. Pure. */
import type { NearMiss } from '../../../probes/redirect-uri-standing.ts';

const words: Readonly<Record<NearMiss['differences'][number], string>> = {
  scheme: 'the scheme (http or https)',
  www: 'the www in front of the host',
  'loopback-name': 'localhost against 127.0.0.1',
  host: 'the host',
  port: 'the port',
  path: 'the path',
  'path-case': 'upper and lower case in the path',
  'trailing-slash': 'the slash at the end',
  query: 'the query',
  'white-space': 'white space around it',
};

export function inWords(differences: NearMiss['differences']): string {
  const parts = differences.map((difference) => words[difference]);
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}

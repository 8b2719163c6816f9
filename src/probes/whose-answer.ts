/** Whose answer is it? What answers at an address of the app may be a stranger: only what shows that it is this app proves anything. */
import type { Project } from '../project/files.ts';
import { isInside } from '../project/read-bytes.ts';
import { reachOf } from '../scalekit/public-address.ts';
import type { NetworkLooks } from './network-looks.ts';

/**
 * `this-app`: a program answers that runs in the project's folder. `stranger`: one that runs elsewhere on this machine. `not-shown`:
 * nothing shows whose it is.
 */
export type WhoseAnswer = 'this-app' | 'stranger' | 'not-shown';

export function whoseAnswer(url: URL, { root }: Pick<Project, 'root'>, { foldersListening }: NetworkLooks): WhoseAnswer {
  if (reachOf(url.hostname) !== 'loopback') return 'not-shown';
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const folders = foldersListening(port);
  if (folders === undefined || folders.length === 0) return 'not-shown';
  if (folders.every((folder) => isInside(root, folder))) return 'this-app';
  // A runner of many packages sits above them all: it may have started this app, or its neighbour.
  return folders.some((folder) => isInside(root, folder) || isInside(folder, root)) ? 'not-shown' : 'stranger';
}

/** What a verdict adds that rests on an answer of which nothing shows whose it is. */
export const notShownWhose = 'Nothing shows that it is this app that answers there.';

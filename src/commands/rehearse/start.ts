/** The command and the port of a run: what was typed, or what the files say; a port that is free. */
import { createServer } from 'node:net';
import { PORT_PLACE, type StageFacts, type StartChoice } from '../../rehearsal/stage/facts.ts';
import { holderOf } from '../../rehearsal/stage/processes.ts';
import { isPortName } from './start-facts.ts';

/** One word with spaces is a line for the shell, as in `-- "PORT=4000 npm start"`. */
export function typedCommand(words: readonly string[]): StartChoice | undefined {
  const [file, ...args] = words;
  if (file === undefined) return undefined;
  const shown = words.join(' ');
  if (args.length === 0 && /\s/.test(file)) return { folder: '', shown, file: '/bin/sh', args: ['-c', file] };
  return { folder: '', shown, file, args };
}

/** The one the app is written for where nobody has it, else another one where the app can be told. */
export async function choosePort(
  written: number,
  facts: StageFacts,
): Promise<{ readonly port: number } | { readonly stranger: string }> {
  if (await isFree(written)) return { port: written };
  if (!takesPort(facts)) {
    const { pid, name } = holderOf(written);
    const who = name ? `${name}, process ${pid}` : 'another program';
    return {
      stranger: `Port ${written} belongs to ${who}, and the app takes no other one from PORT. End that program, or name the command with its port: scalekit-fix rehearse -- COMMAND.`,
    };
  }
  return { port: await freePort() };
}

/** Whether the app listens where PORT says: frameworks do by habit, code says so. */
function takesPort({ fileValues, unset, start, portVariables = [] }: StageFacts): boolean {
  return (
    start?.args.some((one) => one.includes(PORT_PLACE)) ||
    [...fileValues.keys(), ...unset].some(isPortName) ||
    portVariables.length > 0 ||
    /\bnext\b|\bnuxt\b|manage\.py|uvicorn|flask/.test(start?.shown ?? '')
  );
}

function isFree(port: number): Promise<boolean> {
  if (holderOf(port).held) return Promise.resolve(false);
  return listens(port).then((one) => one !== undefined);
}

async function freePort(): Promise<number> {
  return (await listens(0)) ?? 0;
}

function listens(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

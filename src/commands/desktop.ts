/** Clipboard, browser, mail program and editor. Child processes get no secret: only what is on the screen already. */
import { plainText } from '../redaction/plain-text.ts';
import type { DoneOrNot, WizardHost } from '../wizard/host.ts';
import type { CommandIo } from './options.ts';

type Target = Parameters<WizardHost['open']>[0];

/** OSC 52 reaches the clipboard of the terminal's own machine, over SSH too; many terminals allow it, none says whether it did. */
export async function copyText(text: string, io: CommandIo): Promise<DoneOrNot> {
  const terminal = io.terminal();
  if (!terminal) return { ok: false, reason: 'There is no terminal whose clipboard could be used.' };
  terminal.screen.write(`\u001b]52;c;${Buffer.from(plainText(text, { keepNewlines: true }), 'utf8').toString('base64')}\u0007`);
  for (const [command, ...args] of clipboards[process.platform] ?? clipboards.linux ?? []) {
    if (command !== undefined && (await ran(command, args, { input: text }))) return { ok: true, message: 'Copied.' };
  }
  return { ok: true, message: 'Handed to the terminal’s clipboard; if nothing arrives there, select it with the mouse.' };
}

const clipboards: Readonly<Partial<Record<NodeJS.Platform, readonly (readonly string[])[]>>> = {
  darwin: [['pbcopy']],
  win32: [['clip']],
  linux: [['wl-copy'], ['xclip', '-selection', 'clipboard'], ['xsel', '--clipboard', '--input']],
};

export async function openTarget(target: Target, io: CommandIo): Promise<DoneOrNot> {
  if (target.kind === 'editor') return openEditor(target.file, target.line, io);
  const address = target.kind === 'mail' ? target.mailto : target.url;
  if (!/^(?:https|mailto):/i.test(address)) return { ok: false, reason: 'Only https and mailto addresses are opened.' };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  if (command !== undefined && (await ran(command, [...args, address]))) return { ok: true, message: 'Opened.' };
  return { ok: false, reason: `Nothing here opens it; the address is ${address.slice(0, 200)}` };
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

async function openEditor(file: string, line: number, io: CommandIo): Promise<DoneOrNot> {
  const editor = io.env['VISUAL'] ?? io.env['EDITOR'];
  if (editor === undefined || editor.trim() === '')
    return { ok: false, reason: `Set VISUAL or EDITOR; the place is ${file}:${line}.` };
  const [command = '', ...rest] = editor.trim().split(/\s+/);
  const place = /\b(?:code|codium|cursor)\b/.test(command)
    ? ['--goto', `${file}:${line}`]
    : /\b(?:n?vim?|emacs|nano|micro)\b/.test(command)
      ? [`+${line}`, file]
      : [file];
  if (/\b(?:n?vim?|nano|micro)\b/.test(command))
    return { ok: false, reason: `${command} needs this terminal: leave with q, then \`${command} +${line} ${file}\`.` };
  return (await ran(command, [...rest, ...place]))
    ? { ok: true, message: `Opened ${file}.` }
    : { ok: false, reason: `${command} could not be started.` };
}

async function ran(command: string, args: readonly string[], options: { readonly input?: string } = {}): Promise<boolean> {
  const { execa } = await import('execa');
  const result = await execa(command, [...args], {
    ...(options.input === undefined ? { stdin: 'ignore' as const } : { input: options.input }),
    stdout: 'ignore',
    stderr: 'ignore',
    reject: false,
    timeout: 5_000,
  });
  return !result.failed;
}

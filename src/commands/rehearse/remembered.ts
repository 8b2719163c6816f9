/** The command that was named for this project before. One that may hold a secret is never written down. */
import type { Redactor } from '../../redaction/redactor.ts';
import { openSettings } from '../../settings.ts';
import type { CommandIo } from '../options.ts';

export async function rememberedCommand(folder: string, env: CommandIo['env']): Promise<readonly string[] | undefined> {
  return (await openSettings(env)).command(folder);
}

/** @param words empty: what the project's own files say is good enough. */
export async function rememberCommand(
  folder: string,
  env: CommandIo['env'],
  words: readonly string[],
  redactor: Pick<Redactor, 'redact'>,
): Promise<void> {
  const settings = await openSettings(env);
  if (words.length === 0) settings.forgetCommand(folder);
  else if (!mayHoldSecret(words, redactor)) settings.rememberCommand(folder, words);
}

const secretWord = '(?:SECRET|TOKEN|PASS|PWD|KEY|CREDENTIAL|AUTH|COOKIE|SESSION|SIGNING|PRIVATE|SALT|DSN|DATABASE|_URL|_URI)';
const assignment = new RegExp(`(?:^|[\\s;&|"'])(?:export\\s+)?\\w*${secretWord}\\w*=\\S`, 'i');
const flag = new RegExp(`(?:^|\\s)--?[\\w-]*${secretWord}[\\w-]*(?:=|\\s+)\\S`, 'i');
const account = /:\/\/[^\s/@]+@/;
/** Longer than any word, with letters and digits mixed: nobody types that but a secret. */
const random = /(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z0-9])(?=[\w+/=-]*\d)[\w+/=-]{24,}/i;

export function mayHoldSecret(words: readonly string[], redactor: Pick<Redactor, 'redact'>): boolean {
  const line = words.join(' ');
  return [assignment, flag, account, random].some((expression) => expression.test(line)) || redactor.redact(line) !== line;
}

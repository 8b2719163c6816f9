/** Webhook deliveries as commands: curl in a Unix shell, in the command prompt of Windows, and the web requests of PowerShell. */
import { addHeader, type Delivery, isMarked, withBody } from './delivery.ts';

export function deliveryInShell(input: string): Delivery | undefined {
  return fromPowerShell(input) ?? fromCurl(input);
}

function fromCurl(input: string): Delivery | undefined {
  const at = /(?:^|[\s$>])curl(?:\.exe)?\s/.exec(input)?.index;
  if (at === undefined) return undefined;
  const command = input.slice(at);
  // The command prompt breaks lines with ^ and puts one before what it would read itself.
  const words = shellWords(/\^\r?\n/.test(command) ? command.replace(/\^\r?\n/g, ' ').replace(/\^([\s\S])/g, '$1') : command);
  const headers: Record<string, string> = {};
  let body: string | undefined;
  for (const [index, word] of words.entries()) {
    const value = words[index + 1] ?? '';
    if (word === '-H' || word === '--header') addHeader(headers, value);
    else if (/^-H.+/.test(word)) addHeader(headers, word.slice(2));
    else if (/^(?:-d|--data(?:-raw|-binary|-ascii)?|--json)$/.test(word)) body = value;
    else if (/^--data(?:-raw|-binary)?=/.test(word)) body = word.slice(word.indexOf('=') + 1);
  }
  return isMarked(headers) ? withBody({ source: 'curl', headers }, body) : undefined;
}

/** Enough of the shell's quoting for what browsers and people write: '…', "…", $'…', \ before a character or a line end. */
function shellWords(command: string): string[] {
  const words: string[] = [];
  const piece = /\s+|\$'((?:[^'\\]|\\[\s\S])*)'|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\(\r?\n|[\s\S])|([^\s'"\\]+)|([\s\S])/gy;
  let word: string | undefined;
  for (const [all, ansi, single, double, escaped, bare, odd] of command.matchAll(piece)) {
    const part =
      ansi?.replace(/\\([nrt'"\\])/g, (_, c: string) => ({ n: '\n', r: '\r', t: '\t' })[c] ?? c) ??
      single ??
      double?.replace(/\\(["\\$`])/g, '$1') ??
      (escaped === undefined ? undefined : /\n/.test(escaped) ? '' : escaped) ??
      bare ??
      odd;
    if (part !== undefined) word = (word ?? '') + part;
    else if (/^\s+$/.test(all)) {
      if (word !== undefined && word !== '') words.push(word);
      word = undefined;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

const longestTable = 20_000;

/** `-Headers @{ "name" = "value"; … } -Body '…'` of Invoke-WebRequest, Invoke-RestMethod and the curl that stands for them. */
function fromPowerShell(input: string): Delivery | undefined {
  const table = /-Headers\s{1,5}@\{([^}]{1,20000})\}/i.exec(input)?.[1]?.slice(0, longestTable);
  if (table === undefined) return undefined;
  const headers: Record<string, string> = {};
  for (const [, , name = '', , value = ''] of table.matchAll(
    /(["']?)([\w-]{2,60})\1\s{0,5}=\s{0,5}(["'])((?:(?!\3).){0,4000})\3/g,
  ))
    headers[name.toLowerCase()] = value.replace(/`(.)/g, '$1');
  if (!isMarked(headers)) return undefined;
  const [, single, double] =
    /-Body\s{1,5}(?:\(\[[^"']{1,120})?(?:'((?:[^']|''){0,100000})'|"((?:[^"`]|`[\s\S]){0,100000})")/i.exec(input) ?? [];
  return withBody({ source: 'curl', headers }, single?.replaceAll("''", "'") ?? double?.replace(/`(.)/g, '$1'));
}

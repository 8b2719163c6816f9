/** Where a name stands: in an option, as the name of a pair, first on its line. Pure. */

export function optionBefore(text: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < 40 && !/[\s"'`=]/.test(text[from - 1] as string)) from--;
  return from === start ? (text.startsWith('--', start) ? '--' : 'x') : text.slice(from, start);
}

const nameKey =
  /(?<=(?:name|Name|NAME|key|Key|header|param|(?<![A-Za-z])n)(?:\\{0,15}["'])?[ \t]{0,20}(?:=>|[:=])[ \t]{0,20}(?:\\{0,15}["'])?(?:[\w.:]{0,40}[.:])?)/y;

export function isNameOfPair(text: string, start: number): boolean {
  nameKey.lastIndex = start;
  return nameKey.test(text);
}

/** Only white space, a list mark, a quote or `export` before it on its line. */
export function standsFirst(text: string, start: number): boolean {
  const from = Math.max(0, start - 48);
  const before = text.slice(from, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (
    (from === 0 || line.length < 48) &&
    /^[\s>|+-]*(?:(?:export|set|setx|ENV|ARG|declare|local|-e|--env|const|let|var|final|\$env:)\s{1,4})*["']?(?:[A-Za-z]+[._-])*$/.test(
      line,
    )
  );
}

/** Does a sticky expression match just there? Its `lastIndex` is then the end of what it matched. */
export function match(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

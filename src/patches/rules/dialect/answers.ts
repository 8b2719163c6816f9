/** Answers of frameworks that take a Response, as lines of code. Pure. */

/** `head`: up to the method, `return Response`. A long object stands on a line of its own. */
export function jsonAnswer(head: string, status: number, object: string): string[] {
  return object.length > 60
    ? [`${head}.json(`, `  ${object},`, `  { status: ${status} },`, ');']
    : [`${head}.json(${object}, { status: ${status} });`];
}

/** NestJS has `request.rawBody` only where the app was made with it. Pure. */
import type { CodeModule } from './types.ts';

const making = /\bNestFactory\s*\.\s*create\s*(?:<[^>]{0,200}>\s*)?\(/;
/** With no options, or with options that can be read where they stand; an adapter may come first. */
const readable =
  /\bNestFactory\s*\.\s*create\s*(?:<[^>]{0,200}>\s*)?\(\s*\w+\s*(?:,\s*new\s+\w+\([^)]{0,500}\)\s*)?(?:\)|,\s*\{)/;
/** `rawBody: true`; a parser's `verify` that keeps the buffer; raw-body; something that sets it. */
const keeping = /\brawBody\s*:\s*true|\.rawBody\s*=[^=]|\bverify\s*[:(]|['"]raw-body['"]|\.\s*raw\s*\(|useBodyParser/;

/** False only where the handler reads `rawBody` and nothing in the project fills it. */
export function fillsRawBody(handlerText: string, all: readonly CodeModule[]): boolean {
  if (!/\brawBody\b/.test(handlerText)) return true;
  const makers = all.filter(({ file }) => making.test(file.text));
  if (makers.length === 0 || makers.some(({ file }) => !readable.test(file.text))) return true;
  return all.some(({ file }) => keeping.test(file.text));
}

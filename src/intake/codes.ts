/** Every error code, exception and message that is known, and what each means. Lookup only; finding them in text is `pointers.ts`'s part. */
import { authorizeCodes } from './codes/authorize.ts';
import type { CodeEntry, CodeSide } from './codes/code-entry.ts';
import { idpCodes } from './codes/idp.ts';
import { networkCodes } from './codes/network.ts';
import { samlCodes } from './codes/saml.ts';
import { sdkCodes } from './codes/sdk.ts';
import { tokenCodes } from './codes/token.ts';
import { webhookCodes } from './codes/webhook.ts';

export interface CodeExplanation {
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly side: CodeSide;
  /** The problem it belongs to first of all. */
  readonly problem: string;
  readonly docs: string;
}

export const codeEntries: readonly CodeEntry[] = [
  ...authorizeCodes,
  ...samlCodes,
  ...tokenCodes,
  ...webhookCodes,
  ...sdkCodes,
  ...networkCodes,
  ...idpCodes,
];

const bySpelling = new Map<string, CodeEntry>();
for (const entry of codeEntries) {
  for (const spelling of [entry.code, ...(entry.also ?? [])]) {
    const key = keyOf(spelling);
    if (!bySpelling.has(key)) bySpelling.set(key, entry);
  }
}

/** In any spelling: `invalid_grant`, `InvalidGrant`, `INVALID-GRANT`. */
export function explainCode(code: string): CodeExplanation | undefined {
  const entry = bySpelling.get(keyOf(code)) ?? bySpelling.get(keyOf(code).replace(/(?:error|exception)$/, ''));
  if (!entry) return undefined;
  const { title, meaning, side, problems, docs } = entry;
  return { code: entry.code, title, meaning, side, problem: problems[0], docs };
}

function keyOf(spelling: string): string {
  return spelling
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

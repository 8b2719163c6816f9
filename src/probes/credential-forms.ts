/** What the form of id and secret alone tells: placeholder, quotes, white space, one in the place of the other. Nothing is sent. */
import type { Location } from '../diagnosis/evidence.ts';
import { fault, type Outcome, ok } from '../diagnosis/outcome.ts';
import { Secret } from '../redaction/secret.ts';
import { clientIdShape, clientSecretShape } from '../scalekit/ids.ts';
import { isPlaceholder } from '../scalekit/placeholders.ts';
import { type Setting, settings } from './settings.ts';
import { probe } from './tools.ts';

export type FormFault =
  | { readonly kind: 'empty' | 'placeholder'; readonly setting: Setting }
  /** Characters that became part of the value and do not belong to it; `tidy` is the value without them. */
  | { readonly kind: 'mangled'; readonly setting: Setting; readonly what: string; readonly tidy: Secret }
  /** It is something else by its prefix. */
  | { readonly kind: 'something-else'; readonly setting: Setting; readonly what: string };

export interface CredentialForms {
  readonly faults: readonly FormFault[];
  /** The client id stands where the secret belongs and the other way round. */
  readonly swapped: boolean;
}

export const credentialForms = probe({
  id: 'credential-forms',
  title: 'Form of the client id and client secret',
  reach: 'derived',
  needs: { settings },
  observe: ({ settings: { clientId, clientSecret } }): Outcome<CredentialForms> => {
    const faults = [...(clientId ? formFaults(clientId) : []), ...(clientSecret ? formFaults(clientSecret) : [])];
    const swapped =
      clientId !== undefined &&
      clientSecret !== undefined &&
      clientSecretShape(clientSecret.text.trim()).kind === 'client-id' &&
      clientIdShape(clientId.text.trim()).kind !== 'client-id';
    const value = { faults, swapped };
    if (faults.length === 0 && !swapped) return ok(value);
    return fault(value, ...faults.map(({ setting, kind }) => ({ label: setting.variable, actual: kind, ...at(setting) })));
  },
});

function formFaults(setting: Setting): FormFault[] {
  const { text, role } = setting;
  const { tidy, what } = tidied(text);
  if (tidy === '') return [{ kind: 'empty', setting }];
  if (isPlaceholder(tidy)) return [{ kind: 'placeholder', setting }];
  const faults: FormFault[] = what === '' ? [] : [{ kind: 'mangled', setting, what, tidy: new Secret(tidy) }];
  const other = role === 'client-id' ? notAnId(tidy) : notASecret(tidy);
  if (other !== undefined) faults.push({ kind: 'something-else', setting, what: other });
  return faults;
}

/**
 * Neither ids nor secrets hold quotes, white space or characters that cannot be seen: whatever does was not meant to. A run that ends the text
 * is looked for from its beginning only (`(?<!…)`): from each of its characters the time would grow with the square of a long value.
 */
function tidied(text: string): { readonly tidy: string; readonly what: string } {
  const found = new Set<string>();
  let tidy = text;
  const strip = (pattern: RegExp, what: string): void => {
    const next = tidy.replace(pattern, '');
    if (next !== tidy) found.add(what);
    tidy = next;
  };
  strip(/[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f]/gu, 'a character that cannot be seen');
  strip(/\\[nr]$/g, 'a written-out line break');
  strip(/[\r\n]+/g, 'a line break');
  strip(/^\s+|(?<!\s)\s+$/gu, 'white space');
  strip(/^["'`“”‘’«»]+|(?<!["'`“”‘’«»;,])["'`“”‘’«»;,]+$/gu, 'quotation marks or punctuation');
  strip(/^\s+|(?<!\s)\s+$/gu, 'white space');
  strip(/^(?:SCALEKIT_CLIENT_(?:ID|SECRET)\s*=\s*|Bearer\s+)/i, 'the variable’s own name');
  return { tidy, what: [...found].join(', ') };
}

function notAnId(text: string): string | undefined {
  const shape = clientIdShape(text);
  if (shape.kind === 'other-id') return shape.name;
  return shape.kind === 'looks-like-secret' ? 'a secret' : undefined;
}

function notASecret(text: string): string | undefined {
  const shape = clientSecretShape(text);
  switch (shape.kind) {
    case 'client-id':
      return 'a client id';
    case 'webhook-secret':
      return 'a webhook secret';
    case 'other-id':
      return shape.name;
    case 'jwt':
      return 'a token';
    default:
      return undefined;
  }
}

function at(setting: Setting): { readonly location?: Location } {
  return setting.location ? { location: setting.location } : {};
}

/**
 * Code in languages whose syntax is not followed yet, read as plain text: which variables it reads, which URLs and ids it names as settings.
 * Good for findings and steps; never for a patch, since nothing here knows the language's rules. Pure.
 */
import type { Location } from '../diagnosis/evidence.ts';
import { pageForPeople } from './environment-mention.ts';
import { type EnvironmentHelper, environmentHelpers, readsOfEnvironment, type TextRead } from './plain-reads.ts';
import type { SourceFile } from './source-file.ts';
import { isSpringConfig, isSpringProfile, springPlaceholders, springSettings } from './spring-config.ts';

export interface PlainRead extends TextRead {
  readonly location: Location;
}

/** A text given by the name of what it is for. */
export interface PlainLiteral {
  readonly role: 'environment-url' | 'client-id' | 'client-secret' | 'redirect-uri';
  readonly step: 'authorize' | 'exchange';
  readonly text: string;
  readonly location: Location;
  readonly offset: number;
  /** In a configuration file, where settings belong; elsewhere it is code. */
  readonly isConfig?: true;
}

export interface PlainCode {
  readonly reads: readonly PlainRead[];
  readonly literals: readonly PlainLiteral[];
}

const endings = /\.(?:py|go|java|kt|kts|scala|rb|php|cs|rs|ex|exs)$/i;
const tests =
  /(?:^|\/)(?:tests?|spec|specs|__tests__|testdata)\/|(?:^|\/)test_[^/]*\.py$|_test\.(?:go|py|rb)$|Tests?\.(?:java|kt|cs)$|_spec\.rb$/;

export function isPlainCode(path: string): boolean {
  return (endings.test(path) && !tests.test(path)) || (isSpringConfig(path) && !/(?:^|\/)(?:target|build|test)\//.test(path));
}

/** @param helpers functions of the project that read a variable by its name. */
export function readPlainCode(file: SourceFile, helpers: readonly EnvironmentHelper[]): PlainCode {
  if (isSpringConfig(file.path)) return readSpringConfig(file);
  const text = withoutComments(file);
  const placeholders = /\.(?:java|kts?)$/i.test(file.path) ? springPlaceholders(text) : [];
  return {
    reads: [...readsOfEnvironment(text, file.path, helpers), ...placeholders].map((read) => placed(read, file)),
    literals: literalsIn(text, file),
  };
}

export function helpersIn(file: SourceFile): EnvironmentHelper[] {
  return isSpringConfig(file.path) ? [] : environmentHelpers(withoutComments(file));
}

function placed(read: TextRead, file: SourceFile): PlainRead {
  return { ...read, location: file.locationAt(read.offset) };
}

function readSpringConfig(file: SourceFile): PlainCode {
  const reads = springPlaceholders(file.text).map((read) =>
    placed(isSpringProfile(file.path) ? { ...read, last: 'unknown' } : read, file),
  );
  const literals = isSpringProfile(file.path)
    ? []
    : springSettings(file.text).flatMap(({ key, value, offset }): PlainLiteral[] => {
        const role = roleOfSpringSetting(key, value);
        return role ? [{ role, step: 'authorize', text: value, location: file.locationAt(offset), offset, isConfig: true }] : [];
      });
  return { reads, literals };
}

/** By the value; the secret and the redirect URI by a name of Scalekit's. */
function roleOfSpringSetting(key: string, value: string): PlainLiteral['role'] | undefined {
  if (new RegExp(`^${environmentHost}$`).test(value) && !pageForPeople.test(value)) return 'environment-url';
  if (/^skc_\w{3,60}$/.test(value)) return 'client-id';
  if (!/scalekit/i.test(key)) return undefined;
  if (/client-?_?secret$/i.test(key)) return 'client-secret';
  return /(?:redirect|callback)-?_?ur[il]$/i.test(key) && /^https?:\/\/[^\s{}]+$/.test(value) ? 'redirect-uri' : undefined;
}

const assigned = (name: string): string =>
  `(?<![\\w])${name}["']?\\s{0,8}(?::\\s{0,4}\\w{1,40}\\s{0,4})?(?::=|=>|=|:)\\s{0,80}["']([^"'\\n]{1,400})["']`;
const environmentHost = 'https?:\\/\\/[\\w.-]+\\.scalekit\\.(?:com|dev|cloud)\\/?';
const scalekitHost = new RegExp(`["'](${environmentHost})["']`, 'g');
const clientId = /["'](skc_\w{3,60})["']/g;
const namedSecret = new RegExp(assigned('(?:scalekit_?)?client_?secret'), 'gi');
const namedRedirect = new RegExp(assigned('(?:scalekit_?)?(?:redirect|callback)_?ur[il]'), 'gi');
const firstOfAuthorize = /\b(?:get_?authorization_?url)\s{0,4}\(\s{0,80}["'](https?:\/\/[^"'\n]{1,400})["']/gi;
const secondOfExchange = /\b(?:authenticate_?with_?code)\s{0,4}\([^()"'\n]{1,80},\s{0,80}["'](https?:\/\/[^"'\n]{1,400})["']/gi;

function literalsIn(text: string, file: SourceFile): PlainLiteral[] {
  const all = (pattern: RegExp, role: PlainLiteral['role'], step: PlainLiteral['step'] = 'authorize'): PlainLiteral[] =>
    [...text.matchAll(pattern)].map((found) => {
      const offset = found.index + found[0].lastIndexOf(found[1] ?? '');
      return { role, step, text: found[1] ?? '', location: file.locationAt(offset), offset };
    });
  const redirects = [...all(namedRedirect, 'redirect-uri'), ...all(firstOfAuthorize, 'redirect-uri')].filter(({ text }) =>
    /^[a-z][\w+.-]*:\/\/[^\s{}%$<>]+$/i.test(text),
  );
  return [
    ...all(scalekitHost, 'environment-url').filter(({ text }) => !pageForPeople.test(text)),
    ...all(clientId, 'client-id'),
    ...all(namedSecret, 'client-secret').filter(({ text }) => /^\S{12,}$/.test(text)),
    ...redirects,
    ...all(secondOfExchange, 'redirect-uri', 'exchange'),
  ];
}

/** Comments blanked out, of equal length, so that offsets stay: what is commented out is not what runs. */
function withoutComments({ text, path }: SourceFile): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  const hashes = /\.(?:py|rb|exs?|php)$/i.test(path);
  const slashes = !/\.(?:py|rb|exs?)$/i.test(path);
  let result = text;
  const between = (pattern: RegExp, closing: string): void => {
    // What has no end further down cannot match, and would be looked for from each beginning anew.
    const last = result.lastIndexOf(closing) + closing.length;
    result = result.slice(0, last).replace(pattern, blank) + result.slice(last);
  };
  if (/\.py$/i.test(path)) {
    between(/^[ \t]*"""[\s\S]*?"""/gm, '"""');
    between(/^[ \t]*'''[\s\S]*?'''/gm, "'''");
  }
  if (slashes) {
    between(/^[ \t]*\/\*[\s\S]*?\*\//gm, '*/');
    result = result.replace(/(?:^|[ \t])\/\/[^\n]*/gm, blank);
  }
  if (hashes) result = result.replace(/(?:^|[ \t])#[^\n"']*$/gm, blank).replace(/^[ \t]*#[^\n]*/gm, blank);
  return result;
}

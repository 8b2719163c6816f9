/** Spring's placeholders `${NAME:default}` in properties, YAML and @Value, and texts that its configuration files name as settings. Pure. */
import type { TextRead } from './plain-reads.ts';

const files = /(?:^|\/)(?:application|bootstrap)(?:-[\w.-]+)?\.(?:properties|ya?ml)$/;

export function isSpringConfig(path: string): boolean {
  return files.test(path);
}

/** Of a profile (`application-dev.yml`): it may not be in force. */
export function isSpringProfile(path: string): boolean {
  return files.test(path) && /(?:application|bootstrap)-/.test(path);
}

/** `${A:${B:x}}`: A, or else B, or else x. Lower-case names are other properties, not variables. */
export function springPlaceholders(text: string): TextRead[] {
  return [...text.matchAll(/\$\{([A-Z][A-Z0-9_]{2,80})([:}])/g)].map((found) => {
    const rest = found[2] === ':' ? insideOf(text, found.index + 2).slice((found[1] ?? '').length + 1) : undefined;
    const chain = [...(rest ?? '').matchAll(/\$\{([A-Z][A-Z0-9_]{2,80})/g)].map((inner) => inner[1] ?? '');
    const last = rest === undefined ? undefined : lastOf(rest);
    return {
      variable: found[1] ?? '',
      offset: found.index,
      alternatives: chain,
      last: last === undefined ? 'nothing' : last === '' ? 'empty' : last.includes('${') ? 'unknown' : 'text',
      text: last === undefined || last === '' || last.includes('${') ? undefined : last,
      isAlternative: /\$\{[A-Z][A-Z0-9_]*:$/.test(text.slice(Math.max(0, found.index - 90), found.index)),
    };
  });
}

/** Behind the innermost name: undefined where that one has no default. */
function lastOf(rest: string): string | undefined {
  const inner = /^\s*\$\{[A-Z][A-Z0-9_]*(:?)(.*)\}\s*$/s.exec(rest);
  if (!inner) return rest.trim();
  return inner[1] === ':' ? lastOf(inner[2] ?? '') : undefined;
}

function insideOf(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + 400); at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && --depth === 0) return text.slice(from, at);
  }
  return '';
}

export interface SpringSetting {
  /** `spring.security.oauth2.client.registration.scalekit.client-id`; in YAML the last key only. */
  readonly key: string;
  readonly value: string;
  readonly offset: number;
}

/** Lines `key=value` and `key: value` whose value is written out. */
export function springSettings(text: string): SpringSetting[] {
  return [
    ...text.matchAll(/^[ \t]*([\w.[\]-]{2,120})[ \t]*[=:][ \t]*(["']?)([^\s"'#$][^\n"'#]{0,400}?)\2[ \t]*(?:#[^\n]*)?\r?$/gm),
  ].map((found) => ({
    key: found[1] ?? '',
    value: (found[3] ?? '').trim(),
    offset: found.index + found[0].indexOf(found[3] ?? '', (found[1] ?? '').length),
  }));
}

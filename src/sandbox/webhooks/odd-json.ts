/**
 * JSON as no library writes it: what is parsed and written again, trimmed, or read in another encoding has other bytes than were signed, in
 * every language. What it means is what was handed in. Pure.
 */
import type { Json } from '../state.ts';

/** What may stand between two members, in turn. */
const commas = [', ', ',', ',\n  ', ' ,'] as const;
const colons = [':', ' : ', ': '] as const;

/** Free-form attributes: only there may a whole number be written with a point, which typed receivers take for no integer. */
const FREE_FORM = 'raw_attributes';

export function oddJson(value: Json): string {
  let members = 0;
  let special = 0;
  const next = (): number => members++;

  const text = (plain: string): string =>
    JSON.stringify(plain).replace(/[^\u0020-\u007e]|\//g, (unit) => {
      if (special++ % 2 === 1) return unit;
      return unit === '/' ? '\\/' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  const number = (plain: number, isFree: boolean): string => {
    if (!isFree || !Number.isSafeInteger(plain)) return JSON.stringify(plain);
    return plain !== 0 && plain % 1000 === 0 ? `${plain / 1000}e3` : `${plain}.0`;
  };
  const list = (items: readonly string[], [open, close]: readonly [string, string]): string =>
    items.length === 0
      ? `${open} ${close}`
      : `${open}${items.map((item, index) => (index === 0 ? item : `${commas[next() % commas.length]}${item}`)).join('')} ${close}`;
  const written = (item: Json, isFree: boolean): string => {
    if (typeof item === 'string') return text(item);
    if (typeof item === 'number') return number(item, isFree);
    if (typeof item !== 'object' || item === null) return JSON.stringify(item);
    if (Array.isArray(item))
      return list(
        item.map((one: Json) => written(one, isFree)),
        ['[', ']'],
      );
    const entries = Object.entries(item).filter(([, own]) => own !== undefined);
    return list(
      entries.map(([name, own]) => `${text(name)}${colons[next() % colons.length]}${written(own, isFree || name === FREE_FORM)}`),
      ['{', '}'],
    );
  };

  // At least one escape that nobody needs.
  return `${written(value, false)}\n`.replace(/_(?=[^"]*"[ ,:])/, '\\u005f');
}

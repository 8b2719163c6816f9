/** What the sixth set is made of: random text, and one field name in the spellings of other languages. */
import type { Random } from '../corpus/random.ts';

const DIGITS = '0123456789';
export const HEX = `${DIGITS}abcdef`;
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const ALNUM = `${DIGITS}${LOWER}${LOWER.toUpperCase()}`;
export const URLSAFE = `${ALNUM}-_`;
export const LOWNUM = `${LOWER}${DIGITS}`;
export const UPPERNUM = LOWNUM.toUpperCase();
export const BASE32 = `${LOWER.toUpperCase()}234567`;
export const LETTERS = `${LOWER}${LOWER.toUpperCase()}`;

export const text = (random: Random, length: number, alphabet: string = ALNUM): string =>
  Array.from({ length }, () => random.pick([...alphabet])).join('');
export const digits = (random: Random, length: number): string =>
  `${random.pick([...'123456789'])}${text(random, length - 1, DIGITS)}`;
export const hex = (random: Random, length: number): string => text(random, length, HEX);
export const bytes = (random: Random, length: number): Buffer => Buffer.from(hex(random, length * 2), 'hex');
export const base64 = (random: Random, length: number): string => bytes(random, length).toString('base64');
export const base64url = (random: Random, length: number): string => bytes(random, length).toString('base64url');
export const uuid = (random: Random): string =>
  `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`;
export const lines = (body: string, width: number): string => body.replace(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1\n');
export const json = (value: unknown): string => JSON.stringify(value);
/** A JSON string's inside, without its quotes. */
export const escaped = (value: string): string => json(value).slice(1, -1);
export const encoded64 = (value: string): string => Buffer.from(value).toString('base64');
export const xml = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
export const indented = (value: string, margin: string): string =>
  value
    .split('\n')
    .map((line) => margin + line)
    .join('\n');

const wordsOf = (field: string): string[] =>
  field
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_\-.\s]+/);
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
export const upper = (field: string): string => wordsOf(field).join('_').toUpperCase();
export const snake = (field: string): string => wordsOf(field).join('_');
export const kebab = (field: string): string => wordsOf(field).join('-');
export const spaced = (field: string): string => wordsOf(field).join(' ');
export const pascal = (field: string): string => wordsOf(field).map(capital).join('');
export const camel = (field: string): string => {
  const [first = '', ...rest] = wordsOf(field);
  return first + rest.map(capital).join('');
};
/** Base64 as mail carries it. */
export const text64 = (value: string): string => lines(encoded64(value), 76);

const WORDS = [
  'maple',
  'harbor',
  'violet',
  'tundra',
  'copper',
  'lantern',
  'orbit',
  'walnut',
  'breeze',
  'canyon',
  'pickle',
  'meadow',
];
/** What people make passwords and names of. */
export const word = (random: Random): string => random.pick(WORDS);
/** The password of an address with user info. */
export const passwordOf = (value: string): string => /:([^:@/]+)@/.exec(value)?.[1] ?? value;

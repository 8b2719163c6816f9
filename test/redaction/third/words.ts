/** Spellings of one field name, and ways of quoting a value, as the writers of the third set use them. */

const parts = (field: string): string[] => field.split('_');
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

export const upper = (field: string): string => field.toUpperCase();
export const kebab = (field: string): string => parts(field).join('-');
export const dotted = (field: string): string => parts(field).join('.');
export const pascal = (field: string): string => parts(field).map(capital).join('');
export const camel = (field: string): string => {
  const [first = '', ...others] = parts(field);
  return first + others.map(capital).join('');
};
export const spaced = (field: string): string => parts(field).join(' ');
export const train = (field: string): string => parts(field).map(capital).join('-');

export const json = (value: string): string => JSON.stringify(value);
export const json2 = (value: string): string => JSON.stringify(JSON.stringify(value)).slice(1, -1);
export const single = (value: string): string =>
  `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;
export const shell = (value: string): string => `'${value.replace(/'/g, `'\\''`)}'`;
export const sql = (value: string): string => `'${value.replace(/'/g, "''")}'`;
export const csv = (value: string): string => (/[",\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
export const xml = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
export const url = encodeURIComponent;
export const base64 = (value: string): string => Buffer.from(value).toString('base64');

/** Lines of a mail: cut hard at a width, each with the mark of a reply before it. */
export const cut = (text: string, width: number, mark: string): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? []).join(`\n${mark}`);

/** RFC 2045 §6.7: `=` is written out, lines end in a soft break. */
export const quotedPrintable = (text: string): string =>
  cut(text.replace(/=/g, '=3D'), 72, '').replace(/(?<==)\n(?=3D)|\n/g, '=\n');

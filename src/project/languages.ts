/** Which language a file of code is written in, by its ending, and which files are tests. Pure. */

const byEnding: Readonly<Record<string, string>> = {
  js: 'JavaScript',
  jsx: 'JavaScript',
  mjs: 'JavaScript',
  cjs: 'JavaScript',
  ts: 'TypeScript',
  tsx: 'TypeScript',
  mts: 'TypeScript',
  cts: 'TypeScript',
  vue: 'Vue',
  svelte: 'Svelte',
  astro: 'Astro',
  py: 'Python',
  go: 'Go',
  java: 'Java',
  kt: 'Kotlin',
  kts: 'Kotlin',
  scala: 'Scala',
  groovy: 'Groovy',
  clj: 'Clojure',
  rb: 'Ruby',
  erb: 'Ruby',
  php: 'PHP',
  cs: 'C#',
  fs: 'F#',
  vb: 'Visual Basic',
  rs: 'Rust',
  ex: 'Elixir',
  exs: 'Elixir',
  erl: 'Erlang',
  swift: 'Swift',
  dart: 'Dart',
  c: 'C',
  h: 'C',
  cc: 'C++',
  cpp: 'C++',
  hpp: 'C++',
  pl: 'Perl',
  lua: 'Lua',
  jsp: 'Java',
};

/** "Python"; undefined for what is no code. */
export function languageOf(path: string): string | undefined {
  if (path.endsWith('.d.ts')) return undefined;
  return byEnding[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

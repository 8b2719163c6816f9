/** What Go code reads of its environment, and which of that is where it listens. Pure. */
import type { PortVariable } from '../../rehearsal/stage/facts.ts';

const CALLS = /\b(?:Getenv|LookupEnv|\w*[eE]nv\w*|BindEnv)\(\s*(?:"[\w.]*",\s*)?"([A-Z][A-Z0-9_]{1,60})"/g;
const TAGS = /\b(?:env|envconfig|mapstructure_env)\s*:\s*"([A-Z][A-Z0-9_]{1,60})\b/g;
const PREFIX = /\benvPrefix\s*:\s*"([A-Z][A-Z0-9_]*_)"|\bPrefix\s*:\s*"([A-Z][A-Z0-9_]*_)"/g;
/** A name kept in a constant or a table. */
const LITERAL = /"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)"/g;

export function goReads(texts: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  const all = [...texts].filter(([file]) => file.endsWith('.go')).map(([, text]) => text);
  const prefixes = all.flatMap((text) => [...text.matchAll(PREFIX)].flatMap(([, one, other]) => one ?? other ?? []));
  const tagged = all.flatMap((text) => [...text.matchAll(TAGS)].flatMap(([, name]) => name ?? []));
  for (const text of all) {
    for (const [, name = ''] of text.matchAll(CALLS)) found.add(name);
    if (/os\.(?:Getenv|LookupEnv|Environ)|viper|\benv\.|envconfig/.test(text))
      for (const [, name = ''] of text.matchAll(LITERAL)) found.add(name);
  }
  for (const name of tagged) for (const prefix of ['', ...prefixes]) found.add(prefix + name);
  for (const name of [...envconfigNames(all), ...viperNames(all)]) found.add(name);
  return [...found];
}

/** envconfig.Process("app", &cfg): the prefix, then each field or its tag. */
function envconfigNames(all: readonly string[]): string[] {
  const prefix = all.flatMap((text) => /envconfig\.(?:Must)?Process\(\s*"(\w*)"/.exec(text)?.[1] ?? [])[0];
  if (prefix === undefined) return [];
  const put = (name: string): string => (prefix === '' ? name : `${prefix}_${name}`).toUpperCase();
  return all.flatMap((text) =>
    [...text.matchAll(/^\s+([A-Z]\w*)\s+[\w.[\]]+\s*(?:`([^`]*)`)?\s*$/gm)].flatMap(([, field = '', tag = '']) => {
      const given = /envconfig:"(\w+)"/.exec(tag)?.[1];
      if (given !== undefined) return [put(given), given.toUpperCase()];
      return [put(field), put(words(field))];
    }),
  );
}

/** viper.GetString("scalekit.client_id") with AutomaticEnv: the prefix, then the key. */
function viperNames(all: readonly string[]): string[] {
  if (!all.some((text) => /\.AutomaticEnv\(/.test(text))) return [];
  const prefix = all.flatMap((text) => /\.SetEnvPrefix\(\s*"(\w+)"/.exec(text)?.[1] ?? [])[0];
  const put = (key: string): string => (prefix === undefined ? key : `${prefix}_${key}`).replace(/[.-]/g, '_').toUpperCase();
  return all.flatMap((text) => [
    ...[...text.matchAll(/\.(?:Get\w*|SetDefault|BindEnv|IsSet)\(\s*"([\w.-]+)"/g)].map(([, key = '']) => put(key)),
    ...[...text.matchAll(/mapstructure:"([\w.-]+)/g)].map(([, key = '']) => put(key)),
  ]);
}

/** ClientID → CLIENT_ID. */
function words(field: string): string {
  return field.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2');
}

/** What listens elsewhere. */
const SERVICES = /DB_|REDIS|SMTP|POSTGRES|MYSQL|MAIL|GRPC|METRICS|PROXY|REMOTE/i;

/** Variables beside PORT that say where to listen, in the form that the code's default or the file has. */
export function goPortVariables(
  texts: ReadonlyMap<string, string>,
  reads: readonly string[],
  fileValues: ReadonlyMap<string, string>,
): PortVariable[] {
  const all = [...texts]
    .filter(([file]) => file.endsWith('.go'))
    .map(([, text]) => text)
    .join('\n');
  return reads.flatMap((name): PortVariable[] => {
    if (!/(?:^|_)(?:PORT|ADDR|ADDRESS|LISTEN|BIND)$/.test(name) || SERVICES.test(name)) return [];
    const fallback = new RegExp(
      `"${name.replace(/^[A-Z]+_(?=\\w+_)/, '')}"(?:\\s+(?:envDefault|default|env-default):|\\s*,\\s*)"([^"]*)"`,
    ).exec(all)?.[1];
    const direct = new RegExp(`"${name}"(?:\\s+(?:envDefault|default|env-default):|\\s*,\\s*)"([^"]*)"`).exec(all)?.[1];
    const value = fileValues.get(name) ?? direct ?? fallback;
    if (value !== undefined && /:\d*$/.test(value)) return [{ name, before: value.replace(/\d*$/, '') }];
    if (/PORT$/.test(name)) return name === 'PORT' ? [] : [{ name, before: '' }];
    return value === undefined || value === '' ? [{ name, before: ':' }] : [];
  });
}

/** Ports that the code falls back to. */
export function goPorts(texts: ReadonlyMap<string, string>): number[] {
  const expressions = [
    /"([\w.-]*)"(?:\s*,\s*|\s+(?:envDefault|env-default|default):)"?[\w.]*:?(\d{4,5})"?/g,
    /\b([pP]ort|[aA]ddr)\s*:?=\s*"[\w.]*:?(\d{4,5})"/g,
    /\b([pP]ort|[aA]ddr)\s*:?=\s*(\d{4,5})\b/g,
    /(ListenAndServe|\.Run|\.Listen|\.Start)\(\s*"[\w.]*:(\d{4,5})"/g,
    /\b(Addr):\s*"[\w.]*:(\d{4,5})"/g,
  ];
  const files = [...texts].filter(([file]) => file.endsWith('.go')).map(([, text]) => text);
  const found = expressions.flatMap((expression) =>
    files.flatMap((text) =>
      [...text.matchAll(expression)].flatMap(([, name = '', port]) =>
        /port|addr|listen|bind|\.Run|\.Start/i.test(name) && !SERVICES.test(name) ? [Number(port)] : [],
      ),
    ),
  );
  return [...new Set(found.filter((port) => port < 65_536))];
}

const LOADS = /godotenv|gotenv|\bdotenv\b|SetConfigFile|ReadInConfig|ReadConfig\(|cleanenv|koanf|\benvy\b/;

/** Variables that an env file sets and that the code reads, where nothing in the code loads the file: a shell, direnv or make puts them there. */
export function shellNames(
  texts: ReadonlyMap<string, string>,
  reads: readonly string[],
  fileValues: ReadonlyMap<string, string>,
): string[] {
  if ([...texts.values()].some((text) => LOADS.test(text))) return [];
  return reads.filter((name) => fileValues.has(name));
}

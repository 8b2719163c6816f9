/** Variables that Python code reads: from the environment itself, and through the libraries that read it for an app. Pure. */

const READS: readonly RegExp[] = [
  /\benviron(?:\.get|\.setdefault|\.pop)?\s*[[(]\s*['"]([A-Za-z]\w+)['"]/g,
  /\bgetenv\(\s*['"]([A-Za-z]\w+)['"]/g,
  // decouple, django-environ, environs, Starlette’s Config: upper case only, since these names are words of every day.
  /\b(?:config|env|environ|_config|_env)(?:\.(?:str|url|get|secret|string|get_value))?\(\s*['"]([A-Z][A-Z0-9_]+)['"]/g,
];
const SETTINGS = /^class\s+(\w+)\(([^)]*)\)\s*:\s*\n((?:[ \t]+[^\n]*\n|[ \t]*\n)+)/gm;
const FIELD = /^[ \t]+([a-zA-Z]\w*)\s*:\s*([\w.[\]| "']+?)\s*(?:=\s*([^\n]*))?$/gm;

export function pythonReads(texts: ReadonlyMap<string, string>): string[] {
  const plain = [...texts.values()].flatMap((text) =>
    READS.flatMap((expression) => [...text.matchAll(expression)].map(([, name = '']) => name)),
  );
  return [...new Set([...plain, ...fieldsOfSettings([...texts.values()])])];
}

/** pydantic: a field’s name with the class’s prefix, or its alias. */
function fieldsOfSettings(texts: readonly string[]): string[] {
  const classes = texts.flatMap((text) =>
    [...`${text}\n`.matchAll(SETTINGS)].map(([, name = '', bases = '', body = '']) => ({ name, bases, body })),
  );
  return classes
    .filter(({ bases }) => /\bBaseSettings\b/.test(bases))
    .flatMap(({ body }) => {
      const prefix = /env_prefix\s*[=:]\s*['"](\w*)['"]|['"]env_prefix['"]\s*:\s*['"](\w*)['"]/.exec(body);
      const delimiter = /env_nested_delimiter['"]?\s*[=:]\s*['"](\w+)['"]/.exec(body)?.[1];
      return namesOf(body, prefix?.[1] ?? prefix?.[2] ?? '', (type) => {
        const inner = delimiter === undefined ? undefined : classes.find(({ name }) => name === type);
        return inner && delimiter !== undefined
          ? namesOf(inner.body, '', () => undefined).map((name) => `${delimiter}${name}`)
          : undefined;
      });
    });
}

function namesOf(body: string, prefix: string, nested: (type: string) => readonly string[] | undefined): string[] {
  return [...body.matchAll(FIELD)].flatMap(([, field = '', type = '', value = '']) => {
    if (field === 'model_config') return [];
    const aliases = [...value.matchAll(/(?:alias|env)\s*=\s*(?:AliasChoices\(([^)]*)\)|['"](\w+)['"])/g)].flatMap(
      ([, many, one]) => (one === undefined ? [...(many ?? '').matchAll(/['"](\w+)['"]/g)].map(([, name = '']) => name) : [one]),
    );
    if (aliases.length > 0) return aliases.map((name) => name.toUpperCase());
    const own = `${prefix}${field}`.toUpperCase();
    return nested(type)?.map((rest) => `${own}${rest}`) ?? [own];
  });
}

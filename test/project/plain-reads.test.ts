/** Variables that Python, Go, Java, Ruby, PHP, C#, Rust and Spring's files read, and what stands in where they are not set: a table of lines. */
import { describe, expect, it } from 'vitest';
import { helpersIn, readPlainCode } from '../../src/project/plain-code.ts';
import { sourceFromText } from '../../src/project/source-file.ts';

/** `A!` must be set; `A|B` goes on to B; `A='x'`, `A=''`, `A?` where it need not be. Those that only stand in are left out. */
function reads(path: string, text: string): string[] {
  const file = sourceFromText(path, text);
  const ends = { nothing: '!', empty: "=''", unknown: '?' };
  return readPlainCode(file, helpersIn(file))
    .reads.filter(({ isAlternative }) => !isAlternative)
    .map(
      ({ variable, alternatives, last, text: given }) =>
        [variable, ...alternatives].join('|') + (last === 'text' ? `='${given}'` : ends[last]),
    );
}

describe('a variable that another language reads', () => {
  it.each([
    ['a.py', 'x = os.environ["SK_ID"]', ['SK_ID!']],
    ['a.py', 'x = os.environ.get("SK_ID")', ['SK_ID!']],
    ['a.py', 'from os import getenv\nx = getenv("SK_ID")', ['SK_ID!']],
    ['a.py', 'x = os.getenv("SK_ID", None)', ['SK_ID!']],
    ['a.py', "x = os.getenv('SK_A', os.getenv('SK_B', ''))", ["SK_A|SK_B=''"]],
    ['a.py', "x = os.getenv('SK_A', os.environ['SK_B'])", ['SK_A|SK_B!']],
    ['a.py', "x = os.environ.get('SK_A') or os.environ.get('SK_B') or 'skc_1'", ["SK_A|SK_B='skc_1'"]],
    ['a.py', "x = os.environ.get('SK_A') or 'skc_1'", ["SK_A='skc_1'"]],
    ['a.py', "x = os.environ.get('SK_A', default='skc_1')", ["SK_A='skc_1'"]],
    ['a.py', "x = os.environ.get('SK_A') or read_vault()", ['SK_A?']],
    ['a.py', "x = os.environ['SK_A'] if 'SK_A' in os.environ else 'x'", ['SK_A?']],
    ['a.py', "if os.environ.get('SK_A'):\n    enable()", ['SK_A?']],
    ['a.py', "try:\n    x = os.environ['SK_A']\nexcept KeyError:\n    x = 'd'", ['SK_A?']],
    ['a.py', "x = os.getenv('SK_A')\nif not x:\n    x = 'skc_1'", ["SK_A='skc_1'"]],
    ['a.py', "x = os.getenv('SK_A')\nif not x:\n    raise RuntimeError('SK_A')", ['SK_A!']],
    ['a.py', "x = os.getenv('SK_A')\nif not x:\n    return disabled()", ['SK_A?']],
    ['a.py', "from decouple import config\nx = config('SK_A')\ny = config('SK_B', default='skc_1')", ['SK_A!', "SK_B='skc_1'"]],
    ['a.py', "from environs import Env\nenv = Env()\nx = env.str('SK_A', 'skc_1')", ["SK_A='skc_1'"]],
    [
      'a.py',
      'def need(name, default=None):\n    return os.environ.get(name, default)\n\nx = need("SK_A", "skc_1")',
      ["SK_A='skc_1'"],
    ],
    ['a.py', 'def need(name):\n    return os.environ[name]\n\nx = need("SK_A")', ['SK_A!']],
    ['a.py', "def need(name, default='d'):\n    return os.environ.get(name, default)\n\nx = need('SK_A')", ['SK_A?']],
    ['a.go', 'id := os.Getenv("SK_ID")', ['SK_ID!']],
    ['a.go', 'id := os.Getenv("SK_ID")\nif id == "" {\n\tid = "skc_1"\n}', ["SK_ID='skc_1'"]],
    ['a.go', 'id := os.Getenv("SK_ID")\nif id == "" {\n\tid = os.Getenv("SK_OLD")\n}', ['SK_ID|SK_OLD!']],
    ['a.go', 'id := os.Getenv("SK_ID")\nif id == "" {\n\tlog.Fatal("SK_ID")\n}', ['SK_ID!']],
    ['a.go', 'id := os.Getenv("SK_ID")\nif id == "" {\n\treturn nil, errors.New("x")\n}', ['SK_ID!']],
    ['a.go', 'id, ok := os.LookupEnv("SK_ID")\nif !ok {\n\tid = "skc_1"\n}', ["SK_ID='skc_1'"]],
    ['a.go', 'if v := os.Getenv("SK_ID"); v != "" {\n\tcfg.ID = v\n}', ['SK_ID?']],
    ['a.go', 'id := cmp.Or(os.Getenv("SK_A"), os.Getenv("SK_B"), "skc_1")', ["SK_A|SK_B='skc_1'"]],
    [
      'a.go',
      'func getEnv(key, fallback string) string {\n\tif v, ok := os.LookupEnv(key); ok {\n\t\treturn v\n\t}\n\treturn fallback\n}\n\nvar id = getEnv("SK_ID", "skc_1")',
      ["SK_ID='skc_1'"],
    ],
    [
      'a.go',
      'func mustEnv(key string) string {\n\tv := os.Getenv(key)\n\tif v == "" {\n\t\tpanic(key)\n\t}\n\treturn v\n}\n\nvar id = mustEnv("SK_ID")',
      ['SK_ID!'],
    ],
    ['A.java', 'String id = System.getenv("SK_ID");', ['SK_ID!']],
    ['A.java', 'String id = System.getenv().getOrDefault("SK_ID", "skc_1");', ["SK_ID='skc_1'"]],
    ['A.java', 'String id = Optional.ofNullable(System.getenv("SK_ID")).orElse("skc_1");', ["SK_ID='skc_1'"]],
    ['A.java', 'String id = System.getenv("SK_ID") != null ? System.getenv("SK_ID") : "skc_1";', ['SK_ID?', 'SK_ID?']],
    ['A.java', '@Value("${SK_ID}") String id;\n@Value("${SK_B:}") String b;', ['SK_ID!', "SK_B=''"]],
    ['A.java', '@Value("${SK_A:${SK_B:skc_1}}") String id;', ["SK_A|SK_B='skc_1'"]],
    ['A.kt', 'val id = System.getenv("SK_ID") ?: "skc_1"', ["SK_ID='skc_1'"]],
    ['application.yml', 'scalekit:\n  client-id: ${SK_A:${SK_B:}}\n  secret: ${SK_C}\n', ["SK_A|SK_B=''", 'SK_C!']],
    ['application-dev.properties', 'scalekit.secret=${SK_C}\n', ['SK_C?']],
    [
      'a.rb',
      'id = ENV.fetch("SK_ID")\nb = ENV["SK_B"] || "skc_1"\nc = ENV.fetch("SK_C") { "x" }',
      ['SK_ID!', "SK_B='skc_1'", 'SK_C?'],
    ],
    ['a.php', "<?php $id = getenv('SK_ID') ?: 'skc_1'; $b = $_ENV['SK_B'] ?? null;", ["SK_ID='skc_1'", 'SK_B!']],
    ['a.cs', 'var id = Environment.GetEnvironmentVariable("SK_ID") ?? "skc_1";', ["SK_ID='skc_1'"]],
    ['a.rs', 'let id = env::var("SK_ID").unwrap_or("skc_1".into());', ['SK_ID?']],
  ])('%s: %s', (path, text, expected) => {
    expect(reads(path, text)).toEqual(expected);
  });

  it.each([
    ['a.py', "x = settings.get('SK_ID')"],
    ['a.py', "x = vault.read('SK_ID')"],
    ['a.py', "x = get_secret('SK_ID')"],
    ['a.py', "x = config('SK_ID')"],
    ['a.go', 'x := secrets.Get("SK_ID")'],
    ['A.java', 'String x = vault.read("SK_ID");'],
    ['A.java', 'String x = environment.getProperty("SK_ID");'],
    ['a.rb', 'x = Rails.application.credentials.fetch("SK_ID")'],
  ])('is not read by %s: %s', (path, text) => {
    expect(reads(path, text)).toEqual([]);
  });
});

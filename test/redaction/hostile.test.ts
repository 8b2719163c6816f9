/** Text made to slow a redactor down: twice of it takes about twice as long, of whatever shape it is. */
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';

const SIZE = 256 * 1024;
const KNOWN = [
  'a'.repeat(300),
  'AAAAAAAAAAAAAAAAB',
  'aaaaaaaab',
  'live_Q2hhbmdlTWVQbGVhc2U5ODc2NTQzMjEw',
  'p%25a&amp;b\\u0041c"d',
];
/** So many times as long as for half of it; quadratic would be four. */
const MOST_GROWTH = 3;
/** What takes less than this says nothing about how it grows. */
const LEAST_MS = 60;

const units: Readonly<Record<string, string>> = {
  equals: '=',
  quotes: '"',
  'single quotes': "'",
  backquotes: '`',
  spaces: ' ',
  tabs: '\t',
  'line breaks': '\n',
  'Windows line breaks': '\r\n',
  zeros: '0',
  'one letter': 'a',
  'one capital': 'A',
  base64: 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo',
  'base64 with signs': 'aB3+cD4/',
  hex: '0af9',
  percents: '%25',
  'percent quotes': '%22',
  'percent equals': '%3D',
  backslashes: '\\',
  'escaped quotes': '\\"',
  'twice escaped quotes': '\\\\\\"',
  'escaped line breaks': '\\n',
  'Unicode escapes': '\\u0041',
  entities: '&amp;',
  'numeric entities': '&#65;',
  'entities without an end': '&#x',
  colours: '\u001b[31m',
  'unfinished links': '\u001b]8;;',
  'zero-width characters': '\u200b',
  'letters outside ASCII': 'ü',
  'tokens that begin': 'eyJ',
  'heads of tokens': 'eyJhbGciOiJ.',
  'heads of keys': '-----BEGIN ',
  'begun private keys': '-----BEGIN RSA PRIVATE KEY-----\nAAAAAAAAAAAAAAAAAAAA\n',
  'begun certificates': '-----BEGIN CERTIFICATE-----',
  'at signs': 'a@',
  domains: 'a@b.',
  'user info': '://a:b',
  'user info without a host': 'https://a:b@',
  'encoded schemes': '%3A%2F%2F',
  dots: '.',
  'names and dots': 'token.secret.',
  'names without values': 'token=',
  'names in quotes': '"token":"a",',
  'names and spaces': 'password ',
  'names and colons': 'secret: ',
  'names and brackets': 'secret: [',
  'names and quotes': 'token="',
  'quotes before names': '"token=',
  'names that call': 'password("',
  'names that are heads': 'token,',
  'names between bars': '| token ',
  'names in columns': '(token,token) VALUES (',
  'names of members': '{"name":"token",',
  'name and members': '"name":"token","type":"x",',
  'names of options': '--token ',
  'long runs behind a name': 'token=aB3.',
  'names in sentences': 'the password is ',
  'sentences before names': 'aB3dEf7h as the token ',
  'values on the next lines': 'secret:\n  a\n',
  'blocks of YAML': 'secret: |\n   x\n',
  'heads of elements': '<secret ',
  elements: '<secret>a</secret>',
  'names of elements': '<name>token</name><value>',
  'rows of HTML': '<th>token</th><td>',
  cookies: 'Cookie: a=b;',
  'lists of cookies': '"cookies":[{',
  'authorization headers': 'Authorization: Bearer ',
  'digest headers': 'authorization: Digest response=',
  'open brackets': '[',
  'open braces': '{',
  'nested brackets': '[{(',
  'nested quotes': '"\'`',
  references: '${',
  'calls in references': '$(',
  placeholders: 'password=xxxx,',
  'placeholders in brackets': 'password=<',
  'JSON Web Keys': '{"kty":',
  'signatures of SAML': '<SignatureValue>AAAAAAAAAAAAAAAA',
  'certificates of SAML': '<X509Certificate>AAAA AAAA',
  curl: 'curl -u a:b \\\n',
  logins: 'docker login -u a -p ',
  mysql: 'mysql -p',
  machines: 'machine a login b password ',
  'rows of .pgpass': 'a:5432:b:c:',
  'client ids': 'skc_1234567890:',
  'client ids in lists': '"skc_1234567890",',
  constructors: 'ScalekitClient(',
  arguments: 'new ScalekitClient("a",',
  'public keys of SSH': 'ssh-rsa AAAA',
  hashes: 'sha512-AAAA',
  'resource names': 'arn:aws:',
  dollars: '$2a$',
  'hashes of passwords': '$argon2id$',
  'words that are joined': 'ab-cd_ef-',
  'words in lines': 'abcdefghijklmnopqrst\n',
  'base64 in lines': 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n',
  'quoted lines': '> aB3dEf7hIj\n',
  'continued lines': 'aB3dEf7hIj\\\n',
  'soft line breaks': 'aB3dEf7hIj=\n',
  'lines of 76': `${'aB3d'.repeat(19)}\n`,
  pseudonyms: '[secret-00000000 a]',
  'broken pseudonyms': '[secret-',
  'nearly a known value': 'live_Q2hhbmdlTWVQbGVhc2U5ODc2NTQzMjE',
  'calls that sign': 'jwt.sign({a:1},',
  'calls that are nested': 'createHmac(createHmac(',
  'calls without an end': 'login("a","b',
  'values that are printed': 'echo abcdef | ',
  'documents in a shell': 'cat > token <<EOF\n',
  'fields for passwords': '<input type="password" ',
  'names of other languages': 'senha ist ',
  'names of other scripts': '密码是',
  'names that are stored': '"SET" "token:a" ',
  'answers of Redis': '1) "token"\n',
  'rows of a table': 'aB3dE6gH9jK2mN5pQ8sT1vW4,b\n',
  'rows of statements': "VALUES ('aB3dE6gH9jK2mN5pQ8sT1vW4'),(",
  'public names': 'id aB3dE6gH9jK2mN5pQ8sT1vW4 ',
  'quoted-printable': 'a=3D=\n',
  'quoted lines of one word': '> aB3dE6gH9jK2mN5pQ8sT1vW4\n',
  'gzip in base64': 'H4sIAAAAAAAA',
}; // prettier-ignore

function cpuOf(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 2; turn++) {
    const redactor = createRedactor({ known: KNOWN, key: new Uint8Array(32) });
    const before = process.cpuUsage();
    redactor.redact(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
    if (least < LEAST_MS || least > 600) break;
  }
  return least;
}

describe('a quarter of a megabyte of hostile text', () => {
  for (const [name, unit] of Object.entries(units)) {
    it(`of ${name} takes twice as long as half of it`, { timeout: 300_000 }, () => {
      const text = unit.repeat(Math.ceil((2 * SIZE) / unit.length));
      const whole = cpuOf(text.slice(0, SIZE));
      if (whole < LEAST_MS) return;
      // A pause of the garbage collector or of the machine is no growth: what grows with the square does so at every look.
      const looks: string[] = [];
      const isLinear = [1, 2, 3].some((look) => {
        const half = cpuOf(text.slice(0, SIZE / 2));
        const full = look === 1 ? whole : cpuOf(text.slice(0, SIZE));
        looks.push(`${half.toFixed(0)} ms, then ${full.toFixed(0)} ms`);
        return full / half < MOST_GROWTH || cpuOf(text) / full < MOST_GROWTH;
      });
      expect(isLinear, `${looks.join('; ')}; and twice the text no better`).toBe(true);
      expect(whole).toBeLessThan(10_000);
    });
  }
});

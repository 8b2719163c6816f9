/** The preset's rules run only where one of their signs stands: so each must be found by its own, and a rule that comes with an update be noticed. */
import { expect, it } from 'vitest';
import type { Subject } from '../../src/redaction/bytes.ts';
import { findMaintained, unknownRules } from '../../src/redaction/patterns/maintained.ts';
import { maintainedSigns } from '../../src/redaction/patterns/maintained-signs.ts';
import { hitsIn } from '../../src/redaction/triggers.ts';

const letters = (length: number): string => 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bD0fG'.repeat(8).slice(0, length);
const words = (length: number): string => 'aBcDeFgHiJkLmNoPqRsTuVwXyZ'.repeat(4).slice(0, length);
const hex = (length: number): string => '0a1b2c3d4e5f6789'.repeat(8).slice(0, length);

/** As 1Password writes it: its JSON ends with the two bytes that make `fQ`. */
const account = {
  email: 'abc@b.example',
  muk: { alg: 'A256GCM', k: words(43), kty: 'oct' },
  secretKey: 'A3-ABCDEF-ABCDEF-ABCDE-ABCDE-ABCDE-ABCDE',
  srpX: hex(64),
  signInAddress: 'team.1password.example',
  userAuth: { method: 'SRPg-4096', alg: 'PBES2g-HS256', iterations: 100_000, salt: words(22) },
};

const examples: Readonly<Record<string, readonly string[]>> = {
  aws: [`aws_secret_access_key = "${letters(40)}"`],
  npm: [`npm_${letters(36)}`],
  slack: ['xoxb-123456789012-123456789012-abcdefABCDEF', 'https://hooks.slack.com/services/T12345/B12345/abcDEF123'],
  sendgrid: [`SG.${letters(22)}.${letters(43)}`],
  shopify: [`shpat_${hex(32)}`],
  github: [`ghp_${letters(36)}`, `github_pat_${letters(82)}`],
  gitlab: [`glpat-${letters(20)}`],
  grafana: [`glc_${letters(40)}`, `glsa_${letters(32)}_${hex(8)}`],
  openai: [`sk-${letters(20)}T3BlbkFJ${letters(20)}`, `sk-proj-${letters(74)}T3BlbkFJ${letters(74)}`],
  anthropic: [`sk-ant-api03-${letters(93)}AA`],
  groq: [`gsk_${letters(52)}`],
  huggingface: [`hf_${words(34)}`],
  linear: [`lin_api_${letters(40)}`],
  notion: [`ntn_${'1'.repeat(11)}${letters(35)}`],
  '1password': [`ops_${Buffer.from(JSON.stringify(account)).toString('base64')}`],
  'hashicorp-vault': [`hvs.${letters(95)}`, `hvb.${letters(140)}`],
  vercel: [`vcp_${letters(24)}`],
  databricks: [`dapi${hex(32)}`],
  docker: [`dckr_pat_${letters(27)}`],
  figma: [`figd_${letters(40)}`],
};

function found(text: string): string[] {
  const subject: Subject = { bytes: Buffer.from(text, 'latin1'), text };
  const rules: string[] = [];
  const add = ({ rule }: { readonly rule: string }): void => void rules.push(rule);
  findMaintained(text, hitsIn(subject), () => false, { add, isTaken: () => false });
  return rules;
}

it('knows what each rule of the preset looks for', () => {
  expect(unknownRules).toEqual([]);
  expect(Object.keys(examples).sort()).toEqual(Object.keys(maintainedSigns).sort());
});

for (const [id, secrets] of Object.entries(examples)) {
  it(`runs the rule ${id} where a secret of its kind stands`, () => {
    for (const secret of secrets) {
      expect(found(secret), secret).toContain(`secretlint:${id}`);
      expect(found(`${'word '.repeat(2_000)}${secret} ${'word '.repeat(2_000)}`), secret).toContain(`secretlint:${id}`);
    }
  });
}

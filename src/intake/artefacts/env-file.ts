/** Recognises lines of an env file. Values that may be secret are kept as `Secret`; whether they are right is not judged here. */
import { Secret } from '../../redaction/secret.ts';
import type { EnvFileArtefact } from '../types.ts';
import { linesOf, rangeOf, type Source, shown } from './source.ts';

const assignment = /^\s{0,8}(?:export\s{1,5}|set\s{1,5}|\$env:|[-]\s{1,4}|ENV\s{1,4})?([A-Z][A-Z0-9_]{2,60})\s{0,3}=(.{0,2000})$/;
/** `  NAME: value` of docker compose and of JSON, and `- name: NAME` with `value: …` below it in a manifest of Kubernetes. */
const listed = /^\s{0,16}["']?([A-Z][A-Z0-9_]{2,60})["']?\s{0,3}:\s{1,5}(\S.{0,2000}?),?$/;
const named = /^\s{0,16}-?\s{0,3}name:\s{1,5}["']?([A-Z][A-Z0-9_]{2,60})["']?$/;
const valueOfNamed = /^\s{0,16}value:\s{1,5}(\S.{0,2000})$/;
const scalekitName = /SCALEKIT|REDIRECT_UR[IL]|CLIENT_(?:ID|SECRET)/;
const secretName = /SECRET|TOKEN|PASSWORD|PASSWD|_KEY$|PRIVATE|DSN|DATABASE_URL|COOKIE/;
const mostEntries = 200;

export function recogniseEnvFile(source: Source): EnvFileArtefact[] {
  const { text } = source.view;
  const entries: { name: string; value: string | Secret }[] = [];
  let start = -1;
  let end = 0;
  let scalekit = 0;
  if (!/SCALEKIT_?[A-Z]|_CLIENT_SECRET|REDIRECT_UR[IL]/.test(text)) return [];
  let open: string | undefined;
  for (const line of linesOf(text)) {
    const read = line.text.replace(/\r$/, '');
    const value = open === undefined ? undefined : valueOfNamed.exec(read)?.[1];
    const match = value === undefined ? (assignment.exec(read) ?? listed.exec(read)) : ['', open ?? '', value];
    open = named.exec(read)?.[1];
    if (!match || entries.length >= mostEntries) continue;
    const [, name = '', raw = ''] = match;
    if (scalekitName.test(name)) scalekit += 1;
    if (start < 0) start = line.start;
    end = line.end;
    const plain = raw.trim().replace(/^(["'])(.*)\1$/, '$2');
    entries.push({ name, value: secretName.test(name) ? new Secret(plain) : shown(plain, 500) });
  }
  if (scalekit === 0) return [];
  return [
    {
      kind: 'env-file',
      label: `Env file with ${entries.length} ${entries.length === 1 ? 'variable' : 'variables'}, ${scalekit} of them for Scalekit`,
      range: rangeOf(source, start, end),
      entries,
      values: Object.fromEntries(entries.map(({ name, value }) => [name, value])),
    },
  ];
}

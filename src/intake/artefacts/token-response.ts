/** Recognises the answer of a token endpoint, as JSON or as a runtime prints such an object. */
import { Secret } from '../../redaction/secret.ts';
import type { TokenResponseArtefact } from '../types.ts';
import { rangeOf, type Source } from './source.ts';

const field = /["']?\b(access_?token|id_?token|refresh_?token)["']?\s{0,5}:\s{0,5}["']([^"'\s]{8,16384})["']/gi;
const near = 20_000;

export function recogniseTokenResponses(source: Source): TokenResponseArtefact[] {
  const { text } = source.view;
  const groups: { start: number; end: number; tokens: Map<string, string> }[] = [];
  for (const match of text.matchAll(field)) {
    const name = (match[1] ?? '').toLowerCase().replace('_', '');
    const last = groups.at(-1);
    const end = match.index + match[0].length;
    if (last && match.index - last.end < near && !last.tokens.has(name)) {
      last.tokens.set(name, match[2] ?? '');
      last.end = end;
    } else if (groups.length < 10) groups.push({ start: match.index, end, tokens: new Map([[name, match[2] ?? '']]) });
    else break;
  }
  return groups.map(({ start, end, tokens }) => describe(source, start, end, tokens));
}

function describe(source: Source, start: number, end: number, tokens: ReadonlyMap<string, string>): TokenResponseArtefact {
  const around = source.view.text.slice(Math.max(0, start - 400), end + 400);
  const expires = /["']?expires_?in["']?\s{0,5}:\s{0,5}["']?(\d{1,9})/i.exec(around)?.[1];
  const scope = /["']?\bscope["']?\s{0,5}:\s{0,5}["']([\w:. /-]{1,300})["']/i.exec(around)?.[1];
  const secret = (name: string): Secret | undefined => (tokens.has(name) ? new Secret(tokens.get(name) ?? '') : undefined);
  const [accessToken, idToken, refreshToken] = [secret('accesstoken'), secret('idtoken'), secret('refreshtoken')];
  return {
    kind: 'token-response',
    label: `Token response ${refreshToken ? 'with' : 'without'} a refresh token`,
    range: rangeOf(source, start, end),
    ...(accessToken ? { accessToken } : {}),
    ...(idToken ? { idToken } : {}),
    ...(refreshToken ? { refreshToken } : {}),
    ...(expires === undefined ? {} : { expiresIn: Number(expires) }),
    ...(scope === undefined ? {} : { scope }),
    values: {
      ...(accessToken ? { access_token: accessToken } : {}),
      ...(idToken ? { id_token: idToken } : {}),
      ...(refreshToken ? { refresh_token: refreshToken } : {}),
      ...(expires === undefined ? {} : { expires_in: expires }),
      ...(scope === undefined ? {} : { scope }),
    },
  };
}

/** Recognises error bodies of Scalekit's gateway and token endpoint, and errors of axios as they are printed. */
import { Secret } from '../../redaction/secret.ts';
import { safeProse } from '../safe-prose.ts';
import type { AxiosErrorArtefact, GatewayErrorArtefact } from '../types.ts';
import { rangeOf, type Source, shown } from './source.ts';

const mostKept = 20;
const reach = 3_000;

/** `{code, message, details:[{error_code}]}` and `{error, error_description}`. */
const gatewayMark = /["']?(?:error_?code|errorCode)["']?\s{0,5}:\s{0,5}["']([A-Za-z][\w.-]{2,80})["']|errdetails\.ErrorInfo/g;
const oauthMark = /["']?\berror["']?\s{0,5}:\s{0,5}["']([a-z][a-z_]{3,60})["']/g;

export function recogniseApiErrors(source: Source): (GatewayErrorArtefact | AxiosErrorArtefact)[] {
  return [...gatewayErrors(source), ...axiosErrors(source)];
}

function gatewayErrors(source: Source): GatewayErrorArtefact[] {
  const { text } = source.view;
  const found: GatewayErrorArtefact[] = [];
  let from = 0;
  for (const pattern of [gatewayMark, oauthMark]) {
    from = 0;
    for (const match of text.matchAll(pattern)) {
      if (found.length >= mostKept) break;
      if (match.index < from) continue;
      from = match.index + reach / 10;
      const around = text.slice(Math.max(0, match.index - reach / 3), match.index + reach);
      const code = /["']?\bcode["']?\s{0,5}:\s{0,5}(\d{1,3})\b/.exec(around)?.[1];
      const message = quoted(around, pattern === oauthMark ? 'error_description' : 'message');
      if (pattern === oauthMark && message === undefined) continue;
      if (pattern === gatewayMark && code === undefined && message === undefined) continue;
      const errorCode = match[1] ?? quoted(around, 'error_code');
      found.push({
        kind: 'gateway-error',
        label: `${pattern === oauthMark ? 'Error of the token endpoint' : 'Error of the Scalekit API'}${errorCode === undefined ? '' : `: ${shown(errorCode, 80)}`}`,
        range: rangeOf(source, match.index, match.index + match[0].length),
        ...(code === undefined ? {} : { code: Number(code) }),
        ...(message === undefined ? {} : { message }),
        ...(errorCode === undefined ? {} : { errorCode: shown(errorCode, 80) }),
        values: {
          ...(code === undefined ? {} : { code }),
          ...(message === undefined ? {} : { message }),
          ...(errorCode === undefined ? {} : { errorCode: shown(errorCode, 80) }),
        },
      });
    }
  }
  return found;
}

function axiosErrors(source: Source): AxiosErrorArtefact[] {
  const { text } = source.view;
  const found: AxiosErrorArtefact[] = [];
  let from = 0;
  for (const match of text.matchAll(/AxiosError|isAxiosError|Request failed with status code (\d{3})/g)) {
    if (match.index < from || found.length >= mostKept) continue;
    from = match.index + reach;
    const around = text.slice(Math.max(0, match.index - 300), match.index + reach);
    const status = /status code (\d{3})/.exec(around)?.[1] ?? /\bstatus["']?\s{0,5}:\s{0,5}(\d{3})/.exec(around)?.[1];
    const url = quoted(around, 'url');
    const method = quoted(around, 'method')?.toUpperCase();
    const error = /["']?\berror["']?\s{0,5}:\s{0,5}["']([a-z][a-z_]{3,60})["']/.exec(around)?.[1];
    const errorDescription = quoted(around, 'error_description');
    const told = {
      ...(method === undefined ? {} : { method }),
      ...(url === undefined ? {} : { url: url.replace(/\?.*/, '') }),
      ...(error === undefined ? {} : { error }),
    };
    found.push({
      kind: 'axios-error',
      label: `Axios error${status === undefined ? '' : ` with status ${status}`}${error === undefined ? '' : `: ${error}`}`,
      range: rangeOf(source, match.index, match.index + match[0].length),
      ...told,
      ...(status === undefined ? {} : { status: Number(status) }),
      ...(errorDescription === undefined ? {} : { errorDescription }),
      values: { ...told, ...(status === undefined ? {} : { status }), ...bearer(around) },
    });
  }
  return found;
}

function quoted(text: string, name: string): string | undefined {
  const value = new RegExp(`["']?\\b${name}["']?\\s{0,5}:\\s{0,5}(?:"([^"\\n]{1,600})"|'([^'\\n]{1,600})')`).exec(text);
  const found = value?.[1] ?? value?.[2];
  return found === undefined ? undefined : safeProse(found, 300);
}

function bearer(text: string): { readonly authorization?: Secret } {
  const token = /\bBearer\s{1,3}([\w.~+/=-]{8,8192})/.exec(text)?.[1];
  return token === undefined ? {} : { authorization: new Secret(token) };
}

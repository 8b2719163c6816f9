/** Addresses of Scalekit's own endpoints that are written by hand with a path that Scalekit does not have. Pure. */
import { descendants } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { Evaluator } from './evaluate.ts';
import { placeOf } from './place.ts';
import type { CodeModule, Place, Value } from './types.ts';

export interface WrongEndpoint {
  readonly path: string;
  readonly real: string;
  readonly what: string;
  /** The path belongs to other servers, and what Scalekit has instead is known. */
  readonly isKnown: boolean;
  /** The path's own text, where it stands there once; else the whole address. */
  readonly at: Place;
  readonly isText: boolean;
}

interface Endpoint {
  readonly what: string;
  readonly real: string;
  /** Where other servers have it, and how people misspell it. */
  readonly others: RegExp;
  readonly isKnown: boolean;
}

const endpoints: readonly Endpoint[] = [
  {
    what: 'authorize endpoint',
    real: '/oauth/authorize',
    others:
      /^(?:\/api)?(?:\/v[12])?(?:\/(?:oauth2?|oidc|openid|connect|auth|sso|login\/oauth))?(?:\/v[12]|\/default\/v1)?\/(?:authori[sz]e|authori[sz]ation)$|^\/(?:oauth2?|protocol\/openid-connect)\/auth$/,
    isKnown: true,
  },
  {
    what: 'token endpoint',
    real: '/oauth/token',
    others:
      /^(?:\/api)?(?:\/v[12])?(?:\/(?:oauth2?|oidc|openid|connect|auth|sso|login\/oauth|protocol\/openid-connect))?(?:\/v[12]|\/default\/v1)?\/(?:token|access_token)$/,
    isKnown: true,
  },
  {
    what: 'keys',
    real: '/keys',
    others:
      /^(?:\/api)?(?:\/v[12])?(?:\/(?:oauth2?|oidc|auth|protocol\/openid-connect))?(?:\/v[12])?\/(?:jwks(?:\.json)?|certs)$|^\/(?:oauth2?|oidc)(?:\/v1)?\/keys$|^\/\.well-known\/(?:jwks|keys)(?:\.json)?$/,
    isKnown: false,
  },
  {
    what: 'logout endpoint',
    real: '/oidc/logout',
    others: /^(?:\/(?:oauth2?|auth|connect|session|v2|protocol\/openid-connect))?\/(?:logout|endsession|end_session|signout)$/,
    isKnown: false,
  },
  {
    what: 'discovery document',
    real: '/.well-known/openid-configuration',
    others:
      /^(?:\/(?:oauth2?|oidc|api))?(?:\/default|\/v1)?\/(?:\.?well-?known|\.wellknown)\/(?:openid[-_]config(?:uration)?|openid[-_]connect)(?:\.json)?$/,
    isKnown: false,
  },
];

const cheap = /authori[sz]|\/auth\b|token|jwks|certs|keys|log-?out|session|well-?known/i;
const kinds = new Set(['string', 'template_string', 'binary_expression', 'new_expression']);

export function wrongEndpoints(module: CodeModule, evaluator: Evaluator): WrongEndpoint[] {
  if (!/scalekit/i.test(module.file.text) || !cheap.test(module.file.text)) return [];
  return [...descendants(module.root, kinds)].flatMap((node): WrongEndpoint[] => {
    if (!cheap.test(node.text) || node.text.length > 400 || isPart(node)) return [];
    const path = pathOf(evaluator.evaluate(node, module));
    const found = endpoints.find(({ real, others }) => path !== undefined && path !== real && others.test(path));
    if (path === undefined || !found) return [];
    const offset = node.text.indexOf(path);
    const isText = offset !== -1 && node.text.indexOf(path, offset + 1) === -1;
    const whole = placeOf(module.file, node);
    const start = node.startIndex + offset;
    const at = isText ? { file: module.file, start, end: start + path.length, location: module.file.locationAt(start) } : whole;
    const { what, real, isKnown } = found;
    return [{ path, real, what, isKnown, at, isText }];
  });
}

/** What is put together further out is read there. */
function isPart({ parent }: SyntaxNode): boolean {
  return parent !== null && /^(?:binary_expression|template_substitution)$/.test(parent.type);
}

/** The path behind an environment of Scalekit's. */
function pathOf(value: Value): string | undefined {
  if (value.kind === 'string') return isEnvironment(value.text) ? cut(value.text.replace(/^https?:\/\/[^/]*/, '')) : undefined;
  if (value.kind !== 'concat') return undefined;
  // https://${process.env.SCALEKIT_DOMAIN}/…
  const [head] = value.parts;
  const isScheme = head?.kind === 'string' && /^https?:\/\/$/.test(head.text);
  const [base, ...rest] = isScheme ? value.parts.slice(1) : value.parts;
  const isOurs =
    (base?.kind === 'env' && /scalekit/i.test(base.name) && /UR[IL]|HOST|DOMAIN|ISSUER|BASE|ENV|AUTHORITY/i.test(base.name)) ||
    (base?.kind === 'string' && isEnvironment(base.text));
  if (!base || !isOurs) return undefined;
  let path = base.kind === 'string' ? base.text.replace(/^https?:\/\/[^/]*/, '') : '';
  for (const part of rest) {
    if (part.kind === 'string') path += part.text;
    // A hole in the middle of a path is any path.
    else if (/[?#]/.test(path)) break;
    else return path !== '' && !path.endsWith('/') && rest.at(-1) === part ? cut(path) : undefined;
  }
  return cut(path);
}

function cut(path: string): string | undefined {
  const plain = path
    .replace(/[?#].*$/s, '')
    .replace(/^\/\//, '/')
    .replace(/(?<=.)\/$/, '');
  return plain.startsWith('/') ? plain : undefined;
}

/** Not the dashboard, the documentation or the web site. */
function isEnvironment(text: string): boolean {
  return /^https?:\/\/(?!(?:www|docs|app|cdn|fonts|status|blog)\.)[\w-]+(?:\.[\w-]+)*\.scalekit\.(?:dev|cloud|com)(?:[/:?#]|$)/i.test(
    text,
  );
}

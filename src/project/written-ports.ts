/** On which ports the project's files say that it listens: calls, start commands, settings, deployment files, its frameworks' defaults. Pure. */
import type { FrameworkId } from './frameworks.ts';

export interface WrittenPorts {
  /** In a call that listens, a start command, a setting of the server. */
  readonly fixed: readonly number[];
  /** Used where the variable PORT is not set. */
  readonly fallback: readonly number[];
  /** Called a port, perhaps of something else. */
  readonly other: readonly number[];
  readonly readsVariable: boolean;
}

const fixed: readonly RegExp[] = [
  // app.listen(3000), serve(3000), http.ListenAndServe(":8080", …), r.Run(":8080")
  /\b(?:listen|serve|run)\w{0,20}\(\s*["'`]?[\w.]{0,60}:?(?<![\w.])(\d{2,5})\b/gi,
  /\b(?:ListenAndServe\w{0,10}|Run|Start|Listen)\(\s*"[\w.]{0,60}:(\d{2,5})"/g,
  // listen({ port: 3000 }), app.run(debug=True, port=5000), uvicorn.run(…, port=8000), Bun.serve({ port: 3000 })
  /\b(?:listen|serve|run)\w{0,20}\([^()\n]{0,200}?\bport["'`]?\s*[:=]\s*["'`]?(\d{2,5})\b/gi,
  // next dev -p 3001, vite --port 5174, uvicorn --port=8001, gunicorn -b 0.0.0.0:8000, runserver 8001
  /(?:\s--port|\s-p)(?:=|\s+)["'`]?(\d{2,5})\b/g,
  /(?:\s--bind|\s-b)(?:=|\s+)[\w.[\]*]{0,60}:(\d{2,5})\b/g,
  /\brunserver\s+(?:[\w.]{1,60}:)?(\d{2,5})\b/g,
  /\bserver\.port\s*[:=]\s*["']?(\d{2,5})\b/g,
  // PORT=4000 before a command
  /(?:^|[\s"';&])PORT=(\d{2,5})\b/gm,
];
const fallback: readonly RegExp[] = [
  // process.env.PORT || 3000, os.getenv("PORT", "8000"), ${PORT:8080}, Number(PORT ?? 3000)
  /\bPORT\b["'`)\]]{0,3}\s{0,4}(?:\|\||\?\?|,|or\b|:-?)\s{0,4}["'`]?(\d{2,5})\b/g,
  /\bserver\.port\s*[:=]\s*["']?\$\{[A-Z_]{1,40}:(\d{2,5})\b/g,
];
const other: readonly RegExp[] = [/port["'`]?\s*[:=]\s*["'`]?(\d{2,5})\b/gi];
/** Compose: `- "8080:3000"` opens the first on this machine. */
const mapped = /^\s*-\s*["']?(?:[\d.]{1,20}:)?(\d{2,5}):\d{2,5}\b/gm;

export const portNeedles: readonly string[] = [
  'listen',
  'Listen',
  'port',
  'PORT',
  ' -p ',
  'runserver',
  '.Run(',
  '--bind',
  ' -b ',
];

/** Code, manifests, start commands and deployment files; not prose, lock files or tests. */
export function mayNamePort(file: string): boolean {
  const name = file.split('/').at(-1) ?? '';
  if (/^(?:package-lock\.json|pnpm-lock\.yaml|.*\.min\.js|.*[._-](?:test|spec)\.\w+)$/i.test(name)) return false;
  return /\.(?:[cm]?[jt]sx?|py|go|java|kt|toml|ya?ml|properties|json|sh)$|^(?:Dockerfile|Procfile|Makefile)/i.test(name);
}

export function portsWritten(file: string, text: string): WrittenPorts {
  const isCompose = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/i.test(file);
  return {
    fixed: found(text, isCompose ? [...fixed, mapped] : fixed),
    fallback: found(text, fallback),
    other: found(text, other),
    readsVariable: /\.(?:[cm]?[jt]sx?|py|go|java|kt|properties|ya?ml)$/i.test(file) && /\bPORT\b/.test(text),
  };
}

function found(text: string, expressions: readonly RegExp[]): number[] {
  const ports = expressions.flatMap((expression) => [...text.matchAll(expression)].map(([, port]) => Number(port)));
  return [...new Set(ports)].filter((port) => port > 0 && port < 65_536);
}

/** Where a project says nothing, its framework listens here. */
export const defaultPorts: Readonly<Partial<Record<FrameworkId, readonly number[]>>> = {
  nextjs: [3000],
  nuxt: [3000],
  remix: [3000, 5173],
  'react-router': [3000, 5173],
  'create-react-app': [3000],
  sveltekit: [5173, 4173, 3000],
  vite: [5173, 4173],
  astro: [4321],
  fastapi: [8000],
  django: [8000],
  flask: [5000],
  gin: [8080],
  spring: [8080],
  quarkus: [8080],
};

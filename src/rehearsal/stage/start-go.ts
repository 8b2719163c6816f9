/** How a Go app is started: by `go run` of the command that serves, as its own recipes do it where they say so. Pure. */
import { PORT_PLACE, type StartChoice } from './facts.ts';
import { type GoCommand, type GoFacts, goCommands } from './go-project.ts';

const SERVES = /\bListenAndServe(?:TLS)?\(|\.(?:Run|Listen|Start|Serve)\(|\bhttp\.Serve\(/;
const WORDS_FOR = /^(?:.*\/)?(?:server|api|web|app|http|serve|backend|portal|site)$/;
const WORDS_AGAINST = /migrat|seed|worker|\bcli\b|tool|cron|example|client|mock|gen|script|loadtest|admin/;

export function ofGo(facts: GoFacts): StartChoice | undefined {
  const [best] = goCommands(facts)
    .map((command) => ({ command, score: scoreOf(command) }))
    .sort((a, b) => b.score - a.score || a.command.folder.length - b.command.folder.length);
  if (!best) return undefined;
  const { module, folder } = best.command;
  const target = folder === '' ? '.' : `./${folder}`;
  const known = recipeFor(facts.recipes, module, target);
  const args = known ?? subcommandOf(best.command);
  const all = withPort(args, best.command);
  return { folder: module, shown: ['go', 'run', target, ...all].join(' '), file: 'go', args: ['run', target, ...all] };
}

function scoreOf({ texts, own, folder }: GoCommand): number {
  const has = (list: readonly string[], expression: RegExp): number => Number(list.some((text) => expression.test(text)));
  return (
    4 * has(texts, /scalekit/i) +
    4 * has(texts, SERVES) +
    2 * has(own, SERVES) +
    has(own, /scalekit/i) +
    Number(WORDS_FOR.test(folder)) -
    2 * Number(WORDS_AGAINST.test(folder))
  );
}

/** What a recipe hands to this very command: `go run ./cmd/api -port 8080`, or what Air runs. Undefined: none does. */
function recipeFor(recipes: GoFacts['recipes'], module: string, target: string): string[] | undefined {
  const bare = target.replace(/\/$/, '');
  for (const [file, text] of recipes) {
    if (file.endsWith('.air.toml')) {
      if (!text.includes(bare === '.' ? 'go build' : bare)) continue;
      const list = /^\s*args_bin\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1];
      const full = /^\s*full_bin\s*=\s*"(?:[A-Z_]+=\S+\s+)*\S+\s+([^"]+)"/m.exec(text)?.[1];
      const args = list === undefined ? (full?.split(/\s+/) ?? []) : [...list.matchAll(/"([^"]*)"/g)].map(([, one = '']) => one);
      if (args.length > 0 && args.every(isPlain)) return args;
      continue;
    }
    for (const [, line = ''] of text.matchAll(/\bgo run\s+([^\n&|;]+)/g)) {
      const words = line.trim().split(/\s+/);
      const at = words.findIndex((word) => !word.startsWith('-'));
      const named = words[at]?.replace(/\/?(?:main)?\.go$/, '').replace(/\/$/, '') ?? '';
      const inModule = module !== '' && named.startsWith(`./${module}`) ? `.${named.slice(module.length + 2)}` : named;
      if ((inModule === '' ? '.' : inModule) !== bare) continue;
      const args = words.slice(at + 1);
      if (args.every(isPlain)) return args;
    }
  }
  return undefined;
}

/** Nothing that a shell or make would have to fill in. */
function isPlain(word: string): boolean {
  return /^[\w\-=./:@,]+$/.test(word) && !word.endsWith('.go');
}

/** Programs made with Cobra or urfave/cli do nothing without the name of a command. */
function subcommandOf({ texts }: GoCommand): string[] {
  if (!texts.some((text) => /spf13\/cobra|urfave\/cli/.test(text))) return [];
  for (const text of texts) {
    const name = /\b(?:Use|Name):\s*"(serve|server|start|run|web|api|http)\b[^"]*"/.exec(text)?.[1];
    if (name !== undefined) return [name];
  }
  return [];
}

const FLAG =
  /\b(?:flag|pflag|fs|flags|flagSet|Flags\(\)|PersistentFlags\(\))\.(String|Int|Uint|StringVar|IntVar|UintVar|StringP|IntP|StringVarP|IntVarP)\(\s*(?:&[\w.]+\s*,\s*)?"([\w-]*(?:addr|address|port|listen|bind|http)[\w-]*)"\s*,\s*(?:"\w?"\s*,\s*)?([^\n]{0,80})/g;

/** Where only a flag says on which port it listens. */
function withPort(args: readonly string[], { texts }: GoCommand): string[] {
  for (const text of texts)
    for (const [, kind = '', name = '', rest = ''] of text.matchAll(FLAG)) {
      const literal = /^"([^"]*)"|^(\d+)/.exec(rest);
      const written = literal?.[1] ?? literal?.[2];
      // Its default comes from a variable: that is set.
      if (written === undefined || (/port/i.test(name) === false && !/:\d*$/.test(written) && written !== '')) continue;
      const dashes = kind.endsWith('P') || /pflag|cobra/.test(text) ? '--' : '-';
      const value = /int/i.test(kind) || /^\d+$/.test(written) ? PORT_PLACE : `${written.replace(/:\d*$/, '')}:${PORT_PLACE}`;
      const others = withoutFlag(args, name);
      return [...others, `${dashes}${name}=${value}`];
    }
  return [...args];
}

function withoutFlag(args: readonly string[], name: string): string[] {
  return args.filter((word, index) => {
    const isFlag = (one: string | undefined): boolean => one === `-${name}` || one === `--${name}`;
    return !isFlag(word) && !isFlag(args[index - 1]) && !new RegExp(`^--?${name}=`).test(word);
  });
}

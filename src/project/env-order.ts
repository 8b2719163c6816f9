/** Which env files a framework loads by itself and which of them wins. Pure. */
import type { FrameworkId } from './frameworks.ts';

export type Mode = 'development' | 'production' | 'test';

export interface EnvLoading {
  /** File names; the first that sets a variable wins. */
  readonly files: readonly string[];
  /**
   * `framework`: loaded without a word. `code`: only when the code or the start command does it (`dotenv`, `--env-file`); `.env` is then
   * what it looks for. `never`: nothing in this ecosystem does it by habit.
   */
  readonly by: 'framework' | 'code';
  /** Puts `$OTHER` into values. */
  readonly expands: boolean;
  /** Only variables with one of these beginnings reach the browser; they must never hold a secret. */
  readonly publicPrefixes: readonly string[];
}

export function envLoading(framework: FrameworkId, mode: Mode = 'development'): EnvLoading {
  switch (framework) {
    case 'nextjs':
      return { files: localFirst(mode), by: 'framework', expands: true, publicPrefixes: ['NEXT_PUBLIC_'] };
    case 'create-react-app':
      return { files: localFirst(mode), by: 'framework', expands: true, publicPrefixes: ['REACT_APP_'] };
    case 'vite':
    case 'react-router':
      return { files: modeFirst(mode), by: 'framework', expands: true, publicPrefixes: ['VITE_'] };
    case 'sveltekit':
    case 'astro':
      return { files: modeFirst(mode), by: 'framework', expands: true, publicPrefixes: ['PUBLIC_'] };
    case 'remix':
      return { files: modeFirst(mode), by: 'framework', expands: true, publicPrefixes: ['VITE_'] };
    case 'nuxt':
      return { files: ['.env'], by: 'framework', expands: true, publicPrefixes: ['NUXT_PUBLIC_'] };
    case 'elysia':
      return { files: localFirst(mode), by: 'framework', expands: true, publicPrefixes: [] };
    default:
      return { files: ['.env'], by: 'code', expands: false, publicPrefixes: [] };
  }
}

/** Next.js: `.env.development.local` over `.env.local` over `.env.development` over `.env`; tests leave `.env.local` out. */
function localFirst(mode: Mode): string[] {
  return [`.env.${mode}.local`, ...(mode === 'test' ? [] : ['.env.local']), `.env.${mode}`, '.env'];
}

/** Vite: what belongs to a mode is stronger than what is local. */
function modeFirst(mode: Mode): string[] {
  return [`.env.${mode}.local`, `.env.${mode}`, '.env.local', '.env'];
}

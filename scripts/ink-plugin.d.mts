import type { Plugin } from 'rolldown';

export const PLAIN_CLASS: string;
export const define: Readonly<Record<string, string>>;
export function inkPlugin(options?: { readonly root?: string; readonly strict?: boolean }): Plugin & {
  transform(code: string, id: string): string | null;
};

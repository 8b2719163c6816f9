import type { InputOptions, OutputOptions } from 'rolldown';

export const root: string;
export function inputOptions(entries: Readonly<Record<string, string>>, options?: { readonly strict?: boolean }): InputOptions;
export function outputOptions(dir: string): OutputOptions;

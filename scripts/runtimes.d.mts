export type RuntimeName = 'node' | 'python' | 'go' | 'java';
export const RUNTIMES: Readonly<Record<RuntimeName, { readonly tests: string }>>;
export function goEnvironment(folder: string): Record<string, string>;
export function runtimeFolder(name: RuntimeName): string;
export function isInstalled(name: RuntimeName): boolean;

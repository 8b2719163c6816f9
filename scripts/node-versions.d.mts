export function nodeVersions(): readonly { readonly major: number; readonly path: string }[];

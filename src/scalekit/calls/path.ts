/** Variable parts of a path. Pure. */

/** One segment, whatever the value: it can neither leave its place nor add a query. */
export function segment(value: string): string {
  return /^\.*$/.test(value) ? '-' : encodeURIComponent(value);
}

/** What every read call of the management API has in common. */
export const read = { method: 'GET', scalekitNames: true, undocumented: false, maxTries: 3 } as const;
/** The same for a call that only the SDK's descriptors know. */
export const readUndocumented = { ...read, undocumented: true } as const;

export interface Page {
  readonly pageSize?: number;
  readonly pageToken?: string;
}

export function pageQuery({ pageSize, pageToken }: Page): Record<string, string | number | undefined> {
  return { page_size: pageSize, page_token: pageToken || undefined };
}

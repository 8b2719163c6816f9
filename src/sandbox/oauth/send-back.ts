/** The way back to the app, as the authorize request asked for it: in the query, or by a form that sends itself (OAuth 2.0 Form Post Response Mode). */
import type { ServerResponse } from 'node:http';
import { redirect, sendPage } from '../http.ts';
import { postPage } from '../pages.ts';

export const responseModes: readonly string[] = ['query', 'form_post'];

/** @param location with the answer in its query. @param html for who does not follow a redirect. */
export function sendBack(response: ServerResponse, query: URLSearchParams, location: string, html?: string): void {
  if (query.get('response_mode') !== 'form_post' || !location.startsWith(query.get('redirect_uri') ?? ' ')) {
    redirect(response, location, html);
    return;
  }
  sendPage(response, 200, postPage(query.get('redirect_uri') ?? '', Object.fromEntries(new URL(location).searchParams)));
}

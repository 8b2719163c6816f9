/** The few pages that people see: plain HTML that works without JavaScript. */
import { escapeHtml } from './http.ts';

export function errorPage({ error, description }: { readonly error: string; readonly description: string }): string {
  return page(
    'Sign-in error',
    `<h1>Something is wrong with this sign-in</h1>
<p>Error: <code>${escapeHtml(error)}</code></p>
<p>${escapeHtml(description)}</p>`,
  );
}

/** One sentence, without more to do. */
export function notePage(note: string): string {
  return page(note, `<h1>${escapeHtml(note)}</h1>`);
}

/** A form that sends itself, or is sent by its button where scripts are off. */
export function postPage(action: string, fields: Readonly<Record<string, string>>): string {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return page(
    'Signing in',
    `<form method="post" action="${escapeHtml(action)}">${inputs.join('')}<button type="submit">Continue</button></form>
<script>document.forms[0].submit();</script>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>
${body}
</body></html>
`;
}

/** Links and forms of a page, as a browser without JavaScript sees them. Pure. */
import { Parser } from 'htmlparser2';

export interface Field {
  readonly name: string;
  readonly value: string;
  readonly type: string;
}

export interface Form {
  /** As written; '' is the page itself. */
  readonly action: string;
  readonly method: 'get' | 'post';
  /** Sent as parts and not as a query, as the server actions of Next.js want it. */
  readonly multipart?: boolean;
  readonly fields: readonly Field[];
  /** Words on it, buttons among them. */
  readonly text: string;
}

export interface Page {
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly forms: readonly Form[];
  /** What `<meta http-equiv=refresh>` leads to. */
  readonly refresh: string | undefined;
}

const MOST = 200;

export function readPage(html: string): Page {
  const links: { href: string; text: string }[] = [];
  const forms: { action: string; method: 'get' | 'post'; multipart?: boolean; fields: Field[]; text: string }[] = [];
  let refresh: string | undefined;
  let link: { href: string; text: string } | undefined;
  let form: (typeof forms)[number] | undefined;
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (tag === 'a' && attributes['href'] && links.length < MOST)
        link = push(links, { href: attributes['href'], text: attributes['aria-label'] ?? '' });
      if (tag === 'form' && forms.length < MOST) {
        const method = attributes['method']?.toLowerCase() === 'post' ? 'post' : 'get';
        form = push(forms, { action: attributes['action'] ?? '', method, fields: [], text: '' });
        if (/^multipart\/form-data$/i.test(attributes['enctype'] ?? '')) form.multipart = true;
      }
      if (tag === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh')
        refresh = /url\s*=\s*['"]?([^'"]+)/i.exec(attributes['content'] ?? '')?.[1]?.trim();
      if (form && (tag === 'input' || tag === 'button' || tag === 'select' || tag === 'textarea')) {
        const type = attributes['type'] ?? (tag === 'button' ? 'submit' : 'text');
        if (attributes['value'] && type === 'submit') form.text += ` ${attributes['value']}`;
        if (attributes['name']) form.fields.push({ name: attributes['name'], value: attributes['value'] ?? '', type });
      }
    },
    ontext: (text) => {
      if (link) link.text += text;
      if (form) form.text += text;
    },
    onclosetag: (tag) => {
      if (tag === 'a') link = undefined;
      if (tag === 'form') form = undefined;
    },
  });
  parser.write(html);
  parser.end();
  return { links, forms, refresh };
}

function push<T>(list: T[], item: T): T {
  list.push(item);
  return item;
}

const BOUNDARY = '----rehearsal9f2c41d7a6';

/** As a browser sends it. */
export function encodedForm(
  fields: Readonly<Record<string, string>>,
  multipart: boolean,
): { readonly type: string; readonly body: string } {
  if (!multipart) return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '%22')}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: `${parts.join('')}--${BOUNDARY}--\r\n` };
}

import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { formsOf, linksOf, type PageForm, textOf, titleOf } from './html.ts';

/** What came back. `html` and what is read from it are empty for a file, whose bytes are in `body`. */
export interface Page {
  status: number;
  /** Where a redirect leads. */
  location: string | undefined;
  headers: Record<string, unknown>;
  body: Buffer;
  html: string;
  title: string;
  /** The words a reader sees, a line for each block. */
  text: string;
  forms: PageForm[];
  links: Map<string, string>;
}

/** A changed field: another value, several (boxes of one name), or null to untick it. */
export type Fields = Record<string, string | string[] | null>;
interface ChosenFile {
  readonly name: string;
  readonly content: Buffer | string;
  readonly type?: string;
}

/** Files by the field they are chosen in, one or several. */
export type Files = Record<string, ChosenFile | readonly ChosenFile[]>;

/** One person's browser without a screen: cookies, and the last page with its forms. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  /** Sends the last page's form with that action, as it stands there but for `fields`; does not follow a redirect. */
  post(action: string, fields?: Fields, files?: Files): Promise<Page>;
  /** As `post`, for a form that must be accepted: follows the redirect and returns the page it leads to. */
  submit(action: string, fields?: Fields, files?: Files): Promise<Page>;
  /** Anything else, cookies included: forged forms, other methods, broken bodies. */
  send(request: InjectOptions): Promise<Page>;
  cookies: Map<string, string>;
}

/** What answers requests: an application without a port, or a server behind one. */
export interface Answering {
  inject(request: InjectOptions): Promise<{
    readonly statusCode: number;
    readonly headers: Record<string, unknown>;
    readonly rawPayload: Buffer;
    readonly cookies: readonly { name: string; value: string; maxAge?: number; expires?: Date }[];
  }>;
}

export function client(app: Answering, origin: string): Client {
  const cookies = new Map<string, string>();
  let last: { path: string; page: Page } | undefined;

  const send = async (request: InjectOptions): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host: new URL(origin).host, 'user-agent': 'Firefox', ...(cookie ? { cookie } : {}) };
    const response = await app.inject({ ...request, headers: { ...headers, ...request.headers } });
    for (const { name, value, maxAge, expires } of response.cookies) {
      const isOver = maxAge === 0 || (expires !== undefined && expires.getTime() === 0);
      if (isOver) cookies.delete(name);
      else cookies.set(name, value);
    }
    return pageOf(response.statusCode, response.headers, response.rawPayload);
  };

  const visit = async (path: string, request: InjectOptions): Promise<Page> => {
    const page = await send({ ...request, url: path });
    if (page.html !== '') last = { path, page };
    return page;
  };

  const formFor = (action: string): PageForm => {
    const forms = last?.page.forms ?? [];
    const form = forms.find((candidate) => candidate.action === action && candidate.method === 'post');
    if (form) return form;
    const there = forms.map((candidate) => candidate.action).join(', ');
    throw new Error(`the page ${last?.path ?? 'not opened yet'} has no form to ${action}; it has: ${there || 'none'}`);
  };

  const sameOrigin = { origin, 'sec-fetch-site': 'same-origin' };

  const post: Client['post'] = async (action, fields = {}, files = {}) => {
    const form = formFor(action);
    const { type, payload } = form.multipart
      ? multipart(form, changed(form, fields), files)
      : urlEncoded(form, changed(form, fields), files);
    return visit(action, { method: 'POST', headers: { ...sameOrigin, 'content-type': type }, payload });
  };

  const get: Client['get'] = (path, headers = {}) =>
    visit(path, { method: 'GET', headers: { 'sec-fetch-site': 'none', ...headers } });

  return {
    cookies,
    send,
    get,
    post,
    async submit(action, fields, files) {
      const answer = await post(action, fields, files);
      if (answer.status !== 303 || !answer.location)
        throw new Error(`${action} answered ${answer.status}\n${answer.text}`);
      return get(answer.location);
    },
  };
}

/** What is read from the page is read when a test asks for it: most answers are only looked at for their status. */
function pageOf(status: number, headers: Record<string, unknown>, body: Buffer): Page {
  const html = String(headers['content-type'] ?? '').startsWith('text/html') ? body.toString('utf8') : '';
  const [title, text, forms, links] = [once(titleOf), once(textOf), once(formsOf), once(linksOf)];
  return {
    status,
    headers,
    body,
    html,
    location: headers['location'] === undefined ? undefined : String(headers['location']),
    get title() {
      return title(html);
    },
    get text() {
      return text(html);
    },
    get forms() {
      return forms(html);
    },
    get links() {
      return links(html);
    },
  };
}

function once<Value>(read: (html: string) => Value): (html: string) => Value {
  let known: { value: Value } | undefined;
  return (html) => {
    known ??= { value: read(html) };
    return known.value;
  };
}

/** A browser can only send what the form has: a field it lacks is a mistake of the test. */
function changed(form: PageForm, fields: Fields): [string, string][] {
  const unknown = Object.keys(fields).filter((name) => !form.names.has(name));
  if (unknown.length > 0) {
    throw new Error(`the form to ${form.action} has no ${unknown.join(', ')}; it has: ${[...form.names].join(', ')}`);
  }
  const kept = form.filled.filter(([name]) => !(name in fields));
  const typed = Object.entries(fields).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return [...kept, ...typed];
}

function urlEncoded(form: PageForm, fields: [string, string][], files: Files): { type: string; payload: string } {
  if (Object.keys(files).length > 0) throw new Error(`the form to ${form.action} sends no files: it is not multipart`);
  return { type: 'application/x-www-form-urlencoded', payload: new URLSearchParams(fields).toString() };
}

/** Fields first, then files; a file field with nothing chosen sends an empty part, as browsers do. */
function multipart(form: PageForm, fields: [string, string][], files: Files): { type: string; payload: Buffer } {
  const unknown = Object.keys(files).filter((name) => !form.files.includes(name));
  if (unknown.length > 0) throw new Error(`the form to ${form.action} takes no file ${unknown.join(', ')}`);
  const boundary = `----${randomUUID()}`;
  const part = (head: string, content: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
  const parts = [
    ...fields.map(([name, value]) => part(`name="${name}"`, value)),
    ...form.files.flatMap((field) =>
      [files[field] ?? { name: '', content: '' }]
        .flat()
        .map(({ name, content, type = 'application/octet-stream' }) =>
          part(`name="${field}"; filename="${name}"\r\nContent-Type: ${type}`, content),
        ),
    ),
  ];
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

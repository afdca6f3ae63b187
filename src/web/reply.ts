import type { FastifyReply, FastifyRequest } from 'fastify';
import { streamArchive } from '../files/archive.ts';
import { readFileRecord } from '../files/records.ts';
import type { Actor } from '../lib/actor.ts';
import { type Answer, absent, type Trouble } from './answer.ts';
import type { Cookies } from './cookies.ts';
import { type FieldErrors, idOf, type RawBody } from './form.ts';
import { flatten, forgetKeptPost, keptPath, readKeptPost } from './kept.ts';
import type { WebKit } from './kit.ts';
import { entryTexts, homeLink, resendLabel, troubleTexts } from './messages.ts';
import { routedUrl } from './routed.ts';
import { sign } from './secrets.ts';
import { ownerOfSession } from './session.ts';

/** A form shown once more with what was typed, to be sent again by its person. */
export interface Resend {
  readonly action: string;
  readonly body: RawBody;
}

export interface TroublePage {
  readonly status: number;
  readonly title: string;
  readonly what: string;
  readonly remedy: string;
}

/** Turns answers into HTTP. */
export interface Replies {
  send(request: FastifyRequest, reply: FastifyReply, actor: Actor, answer: Answer): FastifyReply;
  trouble(request: FastifyRequest, reply: FastifyReply, actor: Actor, page: TroublePage, resend?: Resend): FastifyReply;
  /** A form that is not taken, with the sentences that were typed in it. */
  refused(request: FastifyRequest, reply: FastifyReply, actor: Actor, kind: Trouble, body: RawBody): FastifyReply;
  /** The token that a form on this browser's pages must carry. */
  csrf(request: FastifyRequest, reply: FastifyReply): string;
}

const lostFiles = 'files are gone from the store';

export function repliesFor(kit: WebKit, cookies: Cookies): Replies {
  const csrf: Replies['csrf'] = (request, reply) =>
    sign(kit.secret, 'csrf', cookies.session(request) ?? cookies.device(request, reply));

  const html = (
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    answer: Extract<Answer, { kind: 'view' }>,
  ) => {
    const data = { errors: errorLinks(answer.errors ?? {}), wrong: answer.errors ?? {}, ...answer.data };
    const token = csrf(request, reply);
    reply.status(answer.status).header('cache-control', 'no-store').type('text/html; charset=utf-8');
    if (answer.fragment !== undefined && request.headers['hx-request'] === 'true')
      return reply.send(kit.renderer.fragment(answer.fragment, data, token));
    const path = request.url.replace(/\?.*$/, '');
    const rehearsal = kit.rehearsalAt(actor, routedUrl(request));
    const flash = cookies.takeFlash(request, reply);
    // As bytes: measuring a long joined string would cost a tenth of the page.
    const page = Buffer.from(
      kit.renderer.page(answer.view, data, {
        ...kit.surroundings(actor, path),
        bar: kit.bar?.() ?? null,
        band: rehearsal === undefined || rehearsal.isShut ? null : rehearsal.band,
        title: answer.title,
        flash,
        csrf: token,
        path,
        wrong: answer.errors !== undefined,
      }),
    );
    return reply.send(page);
  };

  const trouble: Replies['trouble'] = (request, reply, actor, page, resend) =>
    troubled(request, reply, actor, page, { resend });

  const refused: Replies['refused'] = (request, reply, actor, kind, body) =>
    troubled(request, reply, actor, troubleTexts[kind], { typed: sentencesIn(body) });

  const troubled = (
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    page: TroublePage,
    { resend, typed = [] }: { readonly resend?: Resend | undefined; readonly typed?: readonly string[] },
  ) =>
    html(request, reply, actor, {
      kind: 'view',
      status: page.status,
      view: 'errors/show',
      title: page.title,
      data: {
        title: page.title,
        what: page.what,
        remedy: page.remedy,
        kept: resend === undefined ? null : resendForm(resend),
        typed,
        farewell: page.status === 403 || page.status === 404 ? (kit.farewellTo?.(actor) ?? '') : '',
        ...{ link: homeLink, entry: entryFor(request, actor, page), reference: request.id },
      },
    });

  /** Whose session ended comes back by it; every absent page says so alike, so nothing is told of what is there. */
  const entryFor = ({ method, url }: FastifyRequest, actor: Actor, page: TroublePage) =>
    actor.kind === 'visitor' && page === troubleTexts.absent && method === 'GET'
      ? { ...entryTexts, href: `${kit.signInPath}?dalej=${encodeURIComponent(url)}` }
      : null;

  const file = (request: FastifyRequest, reply: FastifyReply, actor: Actor, fileId: number) => {
    const record = readFileRecord(kit.db, fileId);
    if (record === undefined || !kit.fileAccess[record.subjectKind]?.(kit.db, actor, record.subjectId, fileId))
      return send(request, reply, actor, absent);
    if (!kit.files.has(record.sha256)) {
      request.log.error({ files: [fileId] }, lostFiles);
      return send(request, reply, actor, { kind: 'trouble', trouble: 'file_lost' });
    }
    return attach(reply, record.name, record.mediaType)
      .header('content-length', record.size)
      .send(kit.files.open(record.sha256));
  };

  /** A file made while somebody waits, named so that one of a rehearsal is not taken for a real one. */
  const nameOf = (request: FastifyRequest, actor: Actor, name: string) =>
    `${kit.rehearsalAt(actor, routedUrl(request))?.filePrefix ?? ''}${name}`;

  /** Whether whoever has just entered with this session left a form unfinished in this browser. */
  const isSomethingKept = (request: FastifyRequest, session: string | null | undefined): boolean => {
    const kept = cookies.kept(request);
    const personId = session == null ? undefined : ownerOfSession(kit.db, session);
    return (
      kept !== undefined && personId !== undefined && readKeptPost(kit.db, kit.clock, kept, personId) !== undefined
    );
  };

  const send: Replies['send'] = (request, reply, actor, answer) => {
    const isWatched = request.headers['x-upload'] === 'watched';
    switch (answer.kind) {
      case 'view':
        if (isWatched && answer.status === 422)
          return reply
            .status(422)
            .header('cache-control', 'no-store')
            .send({ errors: answer.errors ?? {} });
        return html(request, reply, actor, answer);
      case 'redirect': {
        if (answer.flash !== undefined) cookies.setFlash(reply, answer.flash);
        if (answer.session !== undefined) cookies.setSession(reply, answer.session);
        // The next reader of a library's computer must not find the last one's unsent words.
        if (answer.session === null) {
          reply.header('clear-site-data', '"storage"');
          const kept = cookies.kept(request);
          if (kept !== undefined) forgetKeptPost(kit.db, kept);
          cookies.setKept(reply, null);
        }
        const to = isSomethingKept(request, answer.session) ? keptPath : answer.to;
        // A browser's script would follow a redirect by itself and use up the sentence for the next page.
        return isWatched ? reply.status(204).header('x-go-to', to).send() : reply.redirect(to, 303);
      }
      case 'file':
        return file(request, reply, actor, answer.fileId);
      case 'download':
        return attach(reply, nameOf(request, actor, answer.name), answer.mediaType).send(answer.body);
      case 'archive': {
        const { stream, size } = streamArchive(kit.files, answer.entries);
        if (answer.lacking.length > 0) request.log.error({ files: answer.lacking }, lostFiles);
        return attach(reply, nameOf(request, actor, answer.name), 'application/zip')
          .header('content-length', size)
          .send(stream);
      }
      case 'json':
        return reply.status(answer.status).header('cache-control', 'no-store').send(answer.body);
      case 'trouble':
        return trouble(request, reply, actor, troubleTexts[answer.trouble satisfies Trouble]);
    }
  };
  return { send, trouble, refused, csrf };
}

/** The error summary on top of a page: a link to each wrong field (ids are field names with hyphens). */
function errorLinks(errors: FieldErrors): { href: string; text: string }[] {
  return Object.entries(errors).map(([path, text]) => ({
    href: path === '' ? '#tresc' : `#${idOf(path)}`,
    text,
  }));
}

function resendForm(resend: Resend) {
  const fields = flatten(resend.body).map((field) => ({ ...field, shown: field.value.length > 3 }));
  return { action: resend.action, label: resendLabel, fields };
}

/** What somebody would be sorry to type again: no chosen values, numbers or names. */
function sentencesIn(body: RawBody): string[] {
  return flatten(body)
    .map(({ value }) => value)
    .filter((value) => value.trim().length > 20 && /\s/.test(value.trim()));
}

/** Always an attachment: nothing a person uploaded is ever shown as a page of ours. */
function attach(reply: FastifyReply, name: string, mediaType: string): FastifyReply {
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '') || 'plik';
  return reply
    .type(mediaType)
    .header('cache-control', 'private, no-store')
    .header(
      'content-disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
    );
}

import type { ArchiveEntry } from '../files/archive.ts';
import type { FieldErrors } from './form.ts';

/** What a route answers with; the web room turns it into HTTP. */
export type Answer =
  | {
      readonly kind: 'view';
      readonly status: number;
      readonly view: string;
      readonly title: string;
      readonly data: object;
      readonly fragment?: string;
      readonly errors?: FieldErrors;
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly flash?: Flash; readonly session?: string | null }
  | { readonly kind: 'file'; readonly fileId: number }
  | { readonly kind: 'download'; readonly name: string; readonly mediaType: string; readonly body: Buffer | string }
  | {
      readonly kind: 'archive';
      readonly name: string;
      readonly entries: readonly ArchiveEntry[];
      /** Ids of files that should be in it and cannot: told in the log. */
      readonly lacking: readonly number[];
    }
  | { readonly kind: 'json'; readonly status: number; readonly body: object }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

export interface Flash {
  readonly kind: 'ok' | 'warn';
  readonly text: string;
}

export type Trouble =
  | 'malformed'
  | 'forbidden'
  | 'absent'
  | 'edited_meanwhile'
  | 'sent_differently'
  | 'link_over'
  | 'too_large'
  | 'upload_cut'
  | 'wrong_kind'
  | 'too_many'
  | 'file_lost'
  | 'broken'
  | 'unavailable';

/** A page: view `views/<view>.hbs` in the layout. With `fragment`, an htmx request gets that partial alone, same data. */
export function view(
  name: string,
  title: string,
  data: object,
  options: { status?: number; fragment?: string } = {},
): Answer {
  return {
    kind: 'view',
    status: options.status ?? 200,
    view: name,
    title,
    data,
    ...(options.fragment === undefined ? {} : { fragment: options.fragment }),
  };
}

/** 303 after a success, with a sentence shown once on the next page. */
export function redirect(to: string, flash?: string | Flash): Answer {
  if (flash === undefined) return { kind: 'redirect', to };
  return { kind: 'redirect', to, flash: typeof flash === 'string' ? { kind: 'ok', text: flash } : flash };
}

/** As `redirect`, and the browser's session becomes this one (a token) or ends (null). */
export function redirectWithSession(to: string, session: string | null, flash?: string): Answer {
  return { kind: 'redirect', to, session, ...(flash === undefined ? {} : { flash: { kind: 'ok', text: flash } }) };
}

export function trouble(kind: Trouble): Answer {
  return { kind: 'trouble', trouble: kind };
}

/** Absent and foreign records get the same answer. */
export const absent: Answer = trouble('absent');

export function download(name: string, mediaType: string, body: Buffer | string): Answer {
  return { kind: 'download', name, mediaType, body };
}

/** A ZIP, streamed as fast as it is taken. */
export function archive(name: string, entries: readonly ArchiveEntry[], lacking: readonly number[]): Answer {
  return { kind: 'archive', name, entries, lacking };
}

/** For autosave and health alone: `{ saved, revision }`. */
export function json(body: object, status = 200): Answer {
  return { kind: 'json', status, body };
}

export function fileAnswer(fileId: number): Answer {
  return { kind: 'file', fileId };
}

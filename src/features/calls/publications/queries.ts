import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { callPublications } from '../../../db/schema/calls-published.ts';
import type { Day, Instant } from '../../../lib/days.ts';
import type { Shown } from '../../../web/shown-paper.ts';
import type { Notice } from './notice-texts.ts';

export type PublicationKind = typeof callPublications.$inferSelect.what;

/** How something read when it was published; drawn anew from here, whatever was changed since. */
export interface KeptCopy {
  readonly shown: readonly Shown[];
  /** Of announcements: what their paper is drawn from. */
  readonly notice?: Notice;
}

export interface CallPublication {
  readonly id: number;
  readonly callId: number;
  readonly what: PublicationKind;
  /** The version of the rules or of the privacy clause; null for what is no text. */
  readonly textNumber: number | null;
  /** Why it was published; '' for what was written in a draft: that reason was meant for staff, and the announcement brought the text to everybody. */
  readonly reason: string;
  readonly address: string;
  readonly publishedAt: Instant;
  /** '' where the program did. */
  readonly publishedBy: string;
  /** The paper's file; null until it is made, or where there is none. */
  readonly fileId: number | null;
}

const writtenInDraft = sql`exists (select 1 from call_publications a where a.call_id = k.call_id and a.what = 'announcement' and a.published_at > t.created_at
  and a.id < (select min(f.id) from call_publications f where f.text_id = k.text_id and f.what = k.what))`;
const columns = sql`k.id, k.call_id as callId, k.what, t.number as textNumber, case when ${writtenInDraft} then '' else coalesce(t.reason, '') end as reason,
  k.address, k.published_at as publishedAt,
  coalesce(p.name, '') as publishedBy, coalesce(d.file_id, (select n.file_id from documents n where n.subject_kind = 'call_publication'
    and n.subject_id = k.id and n.state = 'made' order by n.id desc limit 1)) as fileId`;
const rows = sql`call_publications k left join call_texts t on t.id = k.text_id left join people p on p.id = k.published_by
  left join documents d on d.id = k.document_id`;

/** Of one call, the newest first. */
export function readPublications(reader: Reader, callId: number): CallPublication[] {
  return list(reader, sql`k.call_id = ${callId}`);
}

/** Versions of a text that everybody could read, the newest first; one announced twice stands as it read last. */
export function readPublishedTexts(reader: Reader, callId: number, what: 'rules' | 'privacy'): CallPublication[] {
  const all = list(reader, sql`k.call_id = ${callId} and k.what = ${what}`);
  return all.filter(({ textNumber }, index) => all.findIndex((one) => one.textNumber === textNumber) === index);
}

function list(reader: Reader, which: SQL): CallPublication[] {
  return reader.all<CallPublication>(sql`select ${columns} from ${rows} where ${which} order by k.id desc`);
}

export function readPublication(reader: Reader, callId: number, id: number): CallPublication | undefined {
  return list(reader, sql`k.call_id = ${callId} and k.id = ${id}`)[0];
}

export function readKeptCopy(reader: Reader, publicationId: number): KeptCopy {
  const row = reader.get<{ content: string }>(sql`select content from call_publications where id = ${publicationId}`);
  if (row === undefined) throw new Error(`There is no publication ${publicationId}`);
  return JSON.parse(row.content) as KeptCopy;
}

/** Of the results, which decisions publish downstream. */
export interface ResultsPublication {
  readonly id: number;
  readonly address: string;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
}

export function readResultsPublications(reader: Reader, callId: number): ResultsPublication[] {
  return reader.all<ResultsPublication>(sql`
    select r.id, r.address, r.published_at as publishedAt, p.name as publishedBy from publications r join people p on p.id = r.published_by
    where r.call_id = ${callId} order by r.id desc`);
}

/** Where else it was published, as somebody typed it. */
export interface PublicationPlace {
  readonly id: number;
  readonly publicationId: number | null;
  readonly resultsId: number | null;
  readonly place: 'bip' | 'website' | 'social' | 'notice_board' | 'press' | 'other';
  readonly address: string;
  readonly placedOn: Day;
  readonly note: string;
  readonly correctsId: number | null;
  readonly isWithdrawn: boolean;
  readonly notedAt: Instant;
  readonly notedBy: string;
  /** Nobody corrected it or took it back. */
  readonly holds: boolean;
  /** Its own, or those of the row that it corrects. */
  readonly scans: readonly { readonly fileId: number; readonly name: string }[];
}

type PlaceRow = Omit<PublicationPlace, 'isWithdrawn' | 'holds' | 'scans'> & {
  readonly isWithdrawn: number;
  readonly isCorrected: number;
  readonly scans: string;
};

/** Of one call, in the order they were noted. */
export function readPlaces(reader: Reader, callId: number): PublicationPlace[] {
  const found = reader.all<PlaceRow>(sql`
    select l.id, l.publication_id as publicationId, l.results_id as resultsId, l.place, l.address, l.placed_on as placedOn, l.note,
      l.corrects_id as correctsId, l.is_withdrawn as isWithdrawn, l.noted_at as notedAt, p.name as notedBy,
      exists (select 1 from publication_places x where x.corrects_id = l.id) as isCorrected,
      (select json_group_array(json_object('fileId', f.id, 'name', f.name)) from files f
        where f.subject_kind = 'publication_place' and f.subject_id = l.id) as scans
    from publication_places l join people p on p.id = l.noted_by where l.call_id = ${callId} order by l.id`);
  const scans = new Map<number, PublicationPlace['scans']>();
  return found.map(({ isCorrected, isWithdrawn, ...row }) => {
    const own = JSON.parse(row.scans) as PublicationPlace['scans'];
    scans.set(row.id, own.length > 0 ? own : (scans.get(row.correctsId ?? 0) ?? []));
    return {
      ...row,
      isWithdrawn: isWithdrawn === 1,
      holds: isCorrected === 0 && isWithdrawn === 0,
      scans: scans.get(row.id) ?? [],
    };
  });
}

import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import type { Actor } from '../../lib/actor.ts';
import { foldText } from '../../lib/polish.ts';
import { type DocumentKinds, isWorded, type Occasion, type WordedKind } from '../../pdf/kinds.ts';

/** One text of documents: of a kind, and of one of its variants. */
export interface WordingPlace {
  readonly kind: WordedKind;
  readonly variant: string;
  /** „Porozumienie o współpracy: jedna osoba”; the kind's own name where there is one variant. */
  readonly name: string;
  /** Its part of an address. */
  readonly slug: string;
}

/** Every text of documents, in the order of the kinds. */
export function wordingPlaces(kinds: DocumentKinds): WordingPlace[] {
  return Object.values(kinds)
    .filter(isWorded)
    .flatMap((kind) => {
      const variants = Object.entries(kind.wording.variants);
      return variants.map(([variant, { name: variantName }]) => {
        const name = variants.length === 1 ? kind.wording.name : `${kind.wording.name}: ${variantName}`;
        return { kind, variant, name, slug: foldText(name).replace(/[^a-z0-9]+/gu, '-') };
      });
    });
}

/** What a text is tried on: the data of a record, or the sample of the code. */
export interface TriedOn {
  readonly data: unknown;
  /** Null for the sample. */
  readonly subjectId: number | null;
  /** Of the record's document. */
  readonly title: string;
}

const recordsLookedAt = 50;

/** The newest record that such a document was made of and whose documents the actor may open; else the sample. */
export function triedOn(
  reader: Reader,
  actor: Actor,
  { kind, variant }: WordingPlace,
  { fileAccess, occasion }: { readonly fileAccess: FileAccess; readonly occasion: Occasion },
): TriedOn {
  const records = reader.all<{ subjectKind: string; subjectId: number }>(sql`
    select subject_kind as subjectKind, subject_id as subjectId from documents where kind = ${kind.kind}
      and (subject_kind, subject_id) not in (select kind, id from rehearsed_records)
    group by subject_kind, subject_id order by max(id) desc limit ${recordsLookedAt}`);
  for (const { subjectKind, subjectId } of records) {
    if (!fileAccess[subjectKind]?.(reader, actor, subjectId)) continue;
    const data = loaded(reader, kind, subjectId, occasion);
    if (data !== undefined && kind.wording.variantOf(data) === variant)
      return { data, subjectId, title: kind.title(data) };
  }
  const sample = kind.wording.variants[variant]?.sample;
  return { data: sample, subjectId: null, title: kind.title(sample) };
}

/** A record that has lost its content, or never had what the kind shows today, is passed over. */
function loaded(reader: Reader, kind: WordedKind, subjectId: number, occasion: Occasion): unknown {
  try {
    return kind.load(reader, subjectId, occasion);
  } catch {
    return undefined;
  }
}

import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Grosze } from '../../lib/money.ts';
import { namesVisibleTo, visibleTo } from '../applications/access.ts';
import { applicationPaths } from '../applications/paths.ts';
import { readMeritCriteria } from '../calls/criteria.ts';
import type { Call } from '../calls/queries.ts';
import { excludedPeople } from '../jury/roster.ts';
import { sumOf } from '../reviews/policy.ts';
import { type SentCard, sentCards } from '../reviews/queries.ts';
import { qualifies } from './policy.ts';
import {
  type AdoptedRow,
  adoptedRanking,
  computeRanking,
  type RankedApplication,
  rankedApplications,
} from './queries.ts';
import { type Spread, spreadOf } from './spread.ts';
import { cardsText, missedText, pointsText, tieText } from './texts.ts';

/** One row as a reader may see it, without what its cards say. */
export interface ListedRow extends AdoptedRow {
  readonly code: string;
  readonly requested: Grosze;
  readonly juryAmount: Grosze | null;
  /** The jury's amount, or else the requested one. */
  readonly wanted: Grosze;
  readonly hasQuorum: boolean;
  readonly qualifies: boolean;
  /** Null where the application is closed to the reader; without the applicant where the reader judges without names. */
  readonly open: { readonly title: string; readonly applicant: string } | null;
}

/** `details` is null where the application is closed to the reader. */
export interface ShownRow extends ListedRow {
  readonly details: {
    readonly title: string;
    /** '' where the reader judges without names. */
    readonly applicant: string;
    readonly href: string;
    /** Merit and bonus together. */
    readonly points: string;
    readonly bonus: string;
    /** Which minimum it misses, in words; '' when none. */
    readonly missed: string;
    readonly cardsText: string;
    readonly tieText: string;
    readonly spread: Spread;
  } | null;
}

/** The rows in the order of places: adopted ones as they were frozen, or else as the cards (all of the call, read already) now give them. */
export function listedRows(
  reader: Reader,
  actor: Actor,
  call: Call,
  adopted = adoptedRanking(reader, call.id),
  cards?: readonly SentCard[],
): ListedRow[] {
  const applications = rankedApplications(reader, call.id);
  const visible = idsIn(reader, call.id, visibleTo(actor));
  const named = idsIn(reader, call.id, namesVisibleTo(actor));
  const rows = adopted?.rows ?? computeRanking(reader, call.id, cards);
  return rows.map((row) => {
    const { code, requested, juryAmount, title, applicant } = found(applications, row.applicationId);
    return {
      ...row,
      ...{ code, requested, juryAmount, wanted: juryAmount ?? requested },
      hasQuorum: row.cards >= call.quorum,
      qualifies: qualifies(row),
      open: visible.has(row.applicationId) ? { title, applicant: named.has(row.applicationId) ? applicant : '' } : null,
    };
  });
}

/** The same with what their cards say; cards of other applications are not read for it. */
export function shownRows(
  reader: Reader,
  call: Call,
  rows: readonly ListedRow[],
  cards: readonly SentCard[] = sentCards(
    reader,
    call.id,
    rows.map(({ applicationId }) => applicationId),
  ),
): ShownRow[] {
  const criteria = readMeritCriteria(reader, call.id);
  const totals = new Map(rows.map(({ applicationId }) => [applicationId, [] as number[]]));
  for (const { applicationId, points } of cards)
    totals.get(applicationId)?.push(sumOf(criteria, points, call.bonusLimit).total);
  const excluded = excludedPeople(reader, call.id);
  return rows.map((row) => {
    if (row.open === null) return { ...row, details: null };
    const details = {
      ...row.open,
      href: applicationPaths.showOf(row.applicationId),
      points: pointsText(row.totalHundredths, call.scoreDecimals),
      bonus: row.bonusHundredths === 0 ? '' : pointsText(row.bonusHundredths, call.scoreDecimals),
      missed: missedText(criteria, row.missedMinimums),
      cardsText: cardsText(row.cards, excluded.get(row.applicationId)?.size ?? 0),
      tieText: tieText(row.tieNote, criteria.find(({ code }) => code === row.tieNote)?.name),
      spread: spreadOf(totals.get(row.applicationId) ?? [], call.maxPoints + call.bonusLimit),
    };
    return { ...row, details };
  });
}

function found(applications: ReadonlyMap<number, RankedApplication>, id: number): RankedApplication {
  const application = applications.get(id);
  if (application === undefined) throw new Error(`A ranking names the application ${id}, which is not of its call`);
  return application;
}

function idsIn(reader: Reader, callId: number, which: SQL): Set<number> {
  const rows = reader.all<{ id: number }>(
    sql`select a.id from applications a where a.call_id = ${callId} and ${which}`,
  );
  return new Set(rows.map(({ id }) => id));
}

import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Grosze } from '../../lib/money.ts';
import { namesVisibleTo, visibleTo } from '../applications/access.ts';
import { applicationPaths } from '../applications/paths.ts';
import { readMeritCriteria } from '../calls/criteria.ts';
import type { Call } from '../calls/queries.ts';
import { exclusionsOf } from '../jury/queries.ts';
import { sumOf } from '../reviews/policy.ts';
import { sentCards } from '../reviews/queries.ts';
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

/** One row as a reader may see it; `details` is null where the application is closed to the reader. */
export interface ShownRow extends AdoptedRow {
  readonly code: string;
  readonly requested: Grosze;
  readonly hasQuorum: boolean;
  readonly qualifies: boolean;
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

/** The rows in the order of places: adopted ones as they were frozen, or else as the cards now give them. */
export function shownRows(reader: Reader, actor: Actor, call: Call): ShownRow[] {
  const applications = rankedApplications(reader, call.id);
  const visible = idsIn(reader, call.id, visibleTo(actor));
  const named = idsIn(reader, call.id, namesVisibleTo(actor));
  const criteria = readMeritCriteria(reader, call.id);
  const cards = sentCards(reader, call.id);
  const exclusions = exclusionsOf(reader, call.id);
  const rows = adoptedRanking(reader, call.id)?.rows ?? computeRanking(reader, call.id);
  return rows.map((row) => {
    const application = found(applications, row.applicationId);
    const totals = cards
      .filter((card) => card.applicationId === row.applicationId)
      .map((card) => sumOf(criteria, card.points, call.bonusLimit).total);
    const excluded = exclusions.filter(({ applicationId }) => applicationId === row.applicationId).length;
    const shown = {
      ...row,
      code: application.code,
      requested: application.requested,
      hasQuorum: row.cards >= call.quorum,
      qualifies: qualifies(row),
    };
    if (!visible.has(row.applicationId)) return { ...shown, details: null };
    const details = {
      title: application.title,
      applicant: named.has(row.applicationId) ? application.applicant : '',
      href: applicationPaths.showOf(row.applicationId),
      points: pointsText(row.totalHundredths, call.scoreDecimals),
      bonus: row.bonusHundredths === 0 ? '' : pointsText(row.bonusHundredths, call.scoreDecimals),
      missed: missedText(criteria, row.missedMinimums),
      cardsText: cardsText(row.cards, excluded),
      tieText: tieText(row.tieNote, criteria.find(({ code }) => code === row.tieNote)?.name),
      spread: spreadOf(totals, call.maxPoints + call.bonusLimit),
    };
    return { ...shown, details };
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

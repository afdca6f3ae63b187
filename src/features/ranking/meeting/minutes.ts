import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import type { Grosze } from '../../../lib/money.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import type { Call } from '../../calls/queries.ts';
import { scores } from '../../jury/policy.ts';
import { exclusionsOf } from '../../jury/queries.ts';
import { type RosterMember, rosterOf, tookPart } from '../../jury/roster.ts';
import { type ScoreChange, scoreChangesOf } from '../../reviews/commands/change.ts';
import { keyedCards } from '../../reviews/paper/keyed.ts';
import { sumOf } from '../../reviews/policy.ts';
import { sentCards } from '../../reviews/queries.ts';
import type { RankedApplication } from '../queries.ts';
import { agendaOf, meetingOf } from './queries.ts';

/** Whose points stand in which column, numbered as the list of the jury is; a juror taken off whose cards count keeps hers, who has no vote has none. */
export interface PointsTable {
  readonly jurors: readonly { readonly number: number; readonly name: string }[];
  readonly rows: readonly {
    readonly code: string;
    readonly title: string;
    /** By column: points, `excluded`, or null where no card came. */
    readonly cells: readonly (number | 'excluded' | null)[];
  }[];
  /** Cards keyed in from paper, a sentence each with the application's number. */
  readonly keyed: readonly string[];
}

export interface Settled {
  readonly code: string;
  readonly title: string;
  readonly note: string;
  readonly amount: Grosze | null;
  readonly forGroup: string;
  readonly presenter: string;
  /** Who left the room for the talk about it. */
  readonly steppedOut: readonly string[];
}

export interface MeetingMinutes {
  /** Null where the jury met without the system. */
  readonly openedAt: Instant | null;
  readonly points: PointsTable;
  readonly changes: readonly (ScoreChange & { readonly code: string })[];
  readonly settled: readonly Settled[];
}

/** What the minutes say of the meeting itself, applications in the order of filing. */
export function readMeetingMinutes(
  reader: Reader,
  call: Call,
  applications: ReadonlyMap<number, RankedApplication>,
): MeetingMinutes {
  const meeting = meetingOf(reader, call.id);
  const members = rosterOf(reader, call.id).filter(tookPart);
  const items = meeting === undefined ? [] : agendaOf(reader, { kind: 'system' }, meeting);
  const byNumber = [...items].sort((a, b) => a.number - b.number);
  return {
    openedAt: meeting?.openedAt ?? null,
    points: pointsTable(reader, call, members, applications),
    changes: scoreChangesOf(reader, call.id).map((change) => ({
      ...change,
      code: applications.get(change.applicationId)?.code ?? '',
    })),
    settled: byNumber
      .filter(
        ({ presenter, note, amount, forGroup, steppedOut }) =>
          presenter || note || amount !== null || forGroup || steppedOut.length > 0,
      )
      .map(({ code, title, presenter, note, amount, forGroup, steppedOut }) => ({
        ...{ code, title, presenter, note, amount, forGroup },
        steppedOut: members.filter(({ memberId }) => steppedOut.includes(memberId)).map(({ name }) => name),
      })),
  };
}

function pointsTable(
  reader: Reader,
  call: Call,
  members: readonly RosterMember[],
  applications: ReadonlyMap<number, RankedApplication>,
): PointsTable {
  const criteria = readMeritCriteria(reader, call.id);
  const cards = sentCards(reader, call.id);
  const excluded = exclusionsOf(reader, call.id);
  const jurors = members
    .map((member, index) => ({ ...member, number: index + 1 }))
    .filter(
      (member) =>
        (member.removedAt === null && scores(member)) || cards.some((card) => card.memberId === member.memberId),
    );
  const scored = new Set(
    reader
      .all<{ id: number }>(sql`select id from applications where call_id = ${call.id} and state = 'accepted'`)
      .map(({ id }) => id),
  );
  return {
    keyed: keyedCards(reader, call.id).map(
      ({ applicationId, said }) => `${applications.get(applicationId)?.code ?? ''}, ${said}`,
    ),
    jurors: jurors.map(({ name, number }) => ({ number, name })),
    rows: [...applications.values()]
      .filter(({ applicationId }) => scored.has(applicationId))
      .map(({ applicationId, code, title }) => ({
        ...{ code, title },
        cells: jurors.map(({ memberId }) => {
          const isThis = (one: { memberId: number; applicationId: number }) =>
            one.memberId === memberId && one.applicationId === applicationId;
          if (excluded.some(isThis)) return 'excluded';
          const card = cards.find(isThis);
          return card === undefined ? null : sumOf(criteria, card.points, call.bonusLimit).total;
        }),
      })),
  };
}

import { type SQL, sql } from 'drizzle-orm';
import { channels } from '../../mail/channels.ts';
import type { Standing } from '../../mail/outbox.ts';
import type { Visit } from '../../web/visit.ts';
import { sameAs } from '../accounts/access.ts';
import type { LogFilter } from './paths.ts';

export const standings = [
  'sent',
  'delivered',
  'waiting',
  'to_hand_over',
  'failed',
  'stopped',
] as const satisfies readonly Standing[];

export const noFilter: LogFilter = { state: null, channel: null, kind: null, whom: '', record: '' };

/** The filter of an address; what is not understood filters nothing. */
export function filterOf(query: Visit['query']): LogFilter {
  const { stan = '', droga = '', rodzaj = '', kto = '', sprawa = '' } = query;
  return {
    state: standings.find((one) => one === stan) ?? null,
    channel: channels.find((one) => one === droga) ?? null,
    kind: rodzaj === '' ? null : rodzaj.slice(0, 60),
    whom: kto.trim().slice(0, 100),
    record: sprawa.trim().slice(0, 60),
  };
}

const code = sql`(c.code || '/' || c.year || '/' || printf('%02d', a.number))`;

/** Condition over the alias `l`: letters about the application or initiative with this printed number, its agreement included; all for ''. */
export function aboutRecord(number: string): SQL {
  if (number === '') return sql`true`;
  const applications = sql`select a.id from applications a join calls c on c.id = a.call_id where upper(${code}) = upper(${number})`;
  const initiatives = sql`select i.id from initiatives i where upper(i.code) = upper(${number}) or i.application_id in (${applications})
    or i.id in (select g.initiative_id from agreements g where upper(g.number) = upper(${number}))`;
  return sql`((l.subject_kind = 'application' and (l.subject_id in (${applications})
      or l.subject_id in (select i.application_id from initiatives i where upper(i.code) = upper(${number}))))
    or (l.subject_kind = 'initiative' and l.subject_id in (${initiatives})))`;
}

/** Condition over the alias `l`: letters to a person, under whatever account. */
export function toPerson(personId: number): SQL {
  return sql`l.to_person_id in ${sameAs(personId)}`;
}

import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { type Correction, type CorrectionPoint, correctionState } from './policy.ts';

/** Everything ever asked of an application, the newest first. Whose eyes it is for is the caller's question. */
export function listCorrections(reader: Reader, applicationId: number): Correction[] {
  return read(reader, sql`r.application_id = ${applicationId}`);
}

/** The request that waits for its answer at this moment, at most one. */
export function openCorrection(reader: Reader, applicationId: number, now: Instant): Correction | undefined {
  return listCorrections(reader, applicationId).find((one) => correctionState(one, now) === 'open');
}

/** The request that a changed copy answers; undefined for a draft and for a change that nobody asked for. */
export function correctionOfCopy(reader: Reader, copyId: number): Correction | undefined {
  return read(reader, sql`r.id = (select correction_id from amendments where application_id = ${copyId})`)[0];
}

/** Condition over the alias `r` of correction_requests: neither answered nor taken back, its moment still to come, its application waiting to be checked. */
export function waitsAt(now: SQL | Instant): SQL {
  return sql`(r.taken_back_at is null and r.until_at > ${now}
    and not exists (select 1 from amendments w where w.correction_id = r.id and w.sent_version_id is not null)
    and exists (select 1 from applications w where w.id = r.application_id and w.state = 'submitted'))`;
}

function read(reader: Reader, which: SQL): Correction[] {
  const rows = reader.all<
    Omit<Correction, 'answer' | 'isWithdrawn' | 'points'> & {
      answerVersion: number | null;
      answerAt: Instant | null;
      state: string;
      points: string;
    }
  >(sql`
    select r.id, r.application_id as applicationId, r.until_at as untilAt, r.asked_at as askedAt, p.name as askedBy, r.taken_back_at as takenBackAt,
      b.number as baseVersion, v.number as answerVersion, v.submitted_at as answerAt, a.state,
      (select json_group_array(json_object('section', t.section, 'missing', t.missing)) from correction_points t where t.request_id = r.id) as points
    from correction_requests r join applications a on a.id = r.application_id join people p on p.id = r.asked_by
      join application_versions b on b.id = r.version_id
      left join amendments m on m.correction_id = r.id and m.sent_version_id is not null left join application_versions v on v.id = m.sent_version_id
    where ${which} order by r.id desc`);
  return rows.map(({ answerVersion, answerAt, state, points, ...row }) => ({
    ...row,
    answer: answerVersion === null || answerAt === null ? null : { version: answerVersion, at: answerAt },
    isWithdrawn: state === 'withdrawn',
    points: JSON.parse(points) as CorrectionPoint[],
  }));
}

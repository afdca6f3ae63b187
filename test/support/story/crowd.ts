import type { Database } from '../../../src/db/connection.ts';

/**
 * So many copies of one accepted application, each with its version, applicant and sent cards; the points differ from copy to copy. Written straight to
 * the database, as the commands would have left the rows: ten thousand take a second or two.
 */
export function crowdOf({ raw }: Pick<Database, 'raw'>, applicationId: number, copies: number): void {
  const last = (table: string) => Number(raw.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get());
  const from = {
    ...{ one: applicationId, copies, application: last('applications'), version: last('application_versions') },
    ...{ card: last('score_cards'), members: last('jury_members') },
  };
  const write = (what: string) =>
    raw
      .prepare(`with recursive n (i) as (select 1 union all select i + 1 from n where i < @copies), f as (select @one as one,
        @application as application, @version as version, @card as card, @members as members, @copies as copies) ${what}`)
      .run(from);
  raw.transaction(() => {
    write(`insert into applications (id, call_id, state, title, form_text_id, privacy_text_id, requested_grosze, created_at)
      select f.application + i, call_id, 'draft', title || ' ' || i, form_text_id, privacy_text_id, requested_grosze + 100 * (i % 90), created_at
      from n, f, applications where id = @one`);
    write(`insert into application_versions (id, application_id, number, content, fingerprint, requested_grosze, submitted_at, submitted_by)
      select f.version + i, f.application + i, number, content, fingerprint, requested_grosze, submitted_at, submitted_by
      from n, f, application_versions where application_id = @one`);
    write(`insert into applicants select f.application + i, kind, name, leader_name, email, phone, street, postal_code, city, register_number,
      group_members, guardian_name, register_kind from n, f, applicants where application_id = @one`);
    raw
      .prepare(`update applications set state = 'accepted', number = 1000 + id, submitted_at = (select submitted_at from applications where id = @one),
        current_version_id = (select id from application_versions v where v.application_id = applications.id) where id > @application`)
      .run({ one: from.one, application: from.application });
    write(`insert into score_cards (id, application_id, member_id, justification, opened_at)
      select f.card + (i - 1) * f.members + member_id, f.application + i, member_id, justification, opened_at
      from n, f, score_cards where application_id = @one`);
    write(`insert into score_points select f.card + (i - 1) * f.members + k.member_id, criterion_id,
        case when c.is_bonus then c.max_points * (i % 2) else (p.points + i * 3 + k.member_id + criterion_id) % (c.max_points + 1) end
      from n, f, score_cards k join score_points p on p.card_id = k.id join merit_criteria c on c.id = p.criterion_id where k.application_id = @one`);
    raw.prepare(`update score_cards set state = 'sent', sent_at = opened_at where id > ?`).run(from.card);
  })();
}

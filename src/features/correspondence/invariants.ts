import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';
import { holds } from '../../mail/outbox.ts';

export const correspondenceInvariants: Invariant[] = [
  {
    name: 'a letter names a version of the text of its own kind, in force when it was written',
    broken: sql`
      select l.id from letters l join letter_texts t on t.id = l.text_id
      where t.kind <> l.kind or t.in_force_from > l.created_at`,
  },
  {
    name: 'the versions of a text are numbered from one, without gaps',
    broken: sql`select min(id) from letter_texts group by kind having min(number) <> 1 or max(number) <> count(*)`,
  },
  {
    name: 'a document names a version of the text of its own kind, in force when it was asked for',
    broken: sql`
      select d.id from documents d join document_texts t on t.id = d.text_id
      where t.kind <> d.kind or t.in_force_from > d.asked_at`,
  },
  {
    name: 'the versions of a text of documents are numbered from one, without gaps',
    broken: sql`select min(id) from document_texts group by kind, variant having min(number) <> 1 or max(number) <> count(*)`,
  },
];

export const dispatchInvariants: Invariant[] = [
  {
    name: 'a letter outside e-mail is sent exactly when a dispatch of it holds',
    broken: sql`
      select l.id from letters l where l.channel <> 'email'
        and (l.state = 'sent') <> exists (select 1 from dispatches d where d.letter_id = l.id and ${holds})`,
  },
  {
    name: 'a letter that opens a door is never on paper, told or handed over',
    broken: sql`
      select l.id from letters l where l.link_id is not null and (l.channel <> 'email'
        or l.id in (select letter_id from dispatches) or l.id in (select subject_id from documents where kind = 'letter' and subject_kind = 'letter'))`,
  },
  {
    name: 'a correction is of a dispatch of its own letter, and none is written down before it was done',
    broken: sql`
      select d.id from dispatches d left join dispatches b on b.id = d.corrects_id
      where (b.id is not null and b.letter_id <> d.letter_id) or d.done_at > d.recorded_at`,
  },
];

export const mailingInvariants: Invariant[] = [
  {
    name: 'a letter of a mailing goes to a recipient who was not dropped, in the words that were seen, once the mailing is sent',
    broken: sql`
      select l.id from letters l left join mailing_recipients r on r.id = l.subject_id left join mailings m on m.id = r.mailing_id
      where l.kind = 'mailing' and (l.subject_kind <> 'mailing_recipient' or r.id is null or r.dropped_at is not null or m.sent_at is null
        or l.to_address <> coalesce(r.address, '') or l.to_name <> r.name or l.subject <> r.subject or l.body <> r.body)`,
  },
  {
    name: 'everybody in a sent mailing, dropped ones aside, has one letter of it',
    broken: sql`
      select r.id from mailing_recipients r join mailings m on m.id = r.mailing_id
      where m.sent_at is not null and r.dropped_at is null
        and 1 <> (select count(*) from letters l where l.subject_kind = 'mailing_recipient' and l.subject_id = r.id)`,
  },
  {
    name: 'only a letter of a mailing called off is called back, and it has not left',
    broken: sql`
      select l.id from letters l left join mailing_recipients r on r.id = l.subject_id and l.subject_kind = 'mailing_recipient'
      left join mailings m on m.id = r.mailing_id
      where l.stopped_at is not null and (l.state <> 'failed' or m.state is not 'cancelled')`,
  },
  {
    name: 'a mailing that waits for its hour has the job that will send it',
    broken: sql`
      select m.id from mailings m where m.state = 'scheduled' and not exists (select 1 from jobs j
        where j.unique_key = 'mailing:' || m.id || ':' || m.revision and j.state in ('waiting', 'running'))`,
  },
  {
    name: 'a letter of reminders has what it reminds of, of its own person',
    broken: sql`
      select l.id from letters l where l.kind = 'reminder' and (l.subject_kind <> 'reminder' or not exists (select 1 from reminder_items t
        where t.reminder_id = l.subject_id and t.person_id = l.to_person_id))`,
  },
];

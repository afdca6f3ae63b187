-- Whether a juror writes a sentence where a criterion gets nothing or everything; off until a call asks for it.
alter table calls add column extreme_reasons integer not null default 0 check (extreme_reasons in (0, 1));

-- `private_note`: for its juror alone. `suggested_amount`: as typed, so that a draft keeps what is wrong with it; `suggested_grosze`: what was sent.
-- `keyed_by`, `scan_file_id`: of a card filled in on paper, who copied it and what it was copied from.
alter table score_cards add column private_note text not null default '';
alter table score_cards add column suggested_amount text not null default '';
alter table score_cards add column suggested_grosze integer check (suggested_grosze is null or (suggested_grosze > 0 and state = 'sent'));
alter table score_cards add column keyed_by integer references people (id);
alter table score_cards add column scan_file_id integer references files (id);

-- Apart from the points: what was written before any point was given stays too.
create table score_reasons (
  card_id integer not null references score_cards (id),
  criterion_id integer not null references merit_criteria (id),
  reason text not null,
  primary key (card_id, criterion_id)
) strict, without rowid;
create trigger score_reasons_frozen_insert before insert on score_reasons
when (select state from score_cards where id = new.card_id) = 'sent' begin select raise(abort, 'score_card_sent'); end;
create trigger score_reasons_frozen_update before update on score_reasons
when (select k.state = 'sent' and a.call_id not in (select id from closed_rehearsals)
  from score_cards k join applications a on a.id = k.application_id where k.id = old.card_id)
begin select raise(abort, 'score_card_sent'); end;
create trigger score_reasons_frozen_delete before delete on score_reasons
when (select state from score_cards where id = old.card_id) = 'sent' begin select raise(abort, 'score_card_sent'); end;

-- A sent card given back to its juror, with all that had been sent. `revision`: of the card as it was sent. `others_seen`: how many other cards of
-- the application its juror had been able to read. `set_aside`: what was written meanwhile and given up when the sent version was put back.
create table score_reopenings (
  id integer primary key,
  card_id integer not null references score_cards (id),
  revision integer not null,
  was_sent_at text not null,
  points text not null check (json_valid(points)),
  reasons text not null check (json_valid(reasons)),
  justification text not null,
  suggested_amount text not null,
  suggested_grosze integer check (suggested_grosze > 0),
  reason text not null,
  others_seen integer not null check (others_seen >= 0),
  reopened_by integer not null references people (id),
  reopened_at text not null,
  ended_at text,
  ended_as text check (ended_as in ('sent', 'restored')),
  set_aside text not null default '',
  unique (card_id, revision),
  check ((ended_at is null) = (ended_as is null))
) strict;
create unique index score_reopenings_one_open on score_reopenings (card_id) where ended_at is null;
create trigger score_reopenings_before_adoption before insert on score_reopenings
when exists (select 1 from score_cards k join applications a on a.id = k.application_id join rankings r on r.call_id = a.call_id
  where k.id = new.card_id)
begin select raise(abort, 'ranking_adopted'); end;
create trigger score_reopenings_frozen before update on score_reopenings
when (old.ended_at is not null or new.card_id <> old.card_id or new.revision <> old.revision or new.was_sent_at <> old.was_sent_at
    or new.points <> old.points or new.reasons <> old.reasons or new.justification <> old.justification
    or new.suggested_amount <> old.suggested_amount or new.suggested_grosze is not old.suggested_grosze or new.reason <> old.reason
    or new.others_seen <> old.others_seen or new.reopened_by <> old.reopened_by or new.reopened_at <> old.reopened_at)
  and (select a.call_id from score_cards k join applications a on a.id = k.application_id where k.id = old.card_id)
    not in (select id from closed_rehearsals)
begin select raise(abort, 'reopening_frozen'); end;
create trigger score_reopenings_stay before delete on score_reopenings begin select raise(abort, 'reopening_frozen'); end;

-- A sent card becomes a draft again with a reopening of exactly what was sent, and in no other way.
drop trigger score_cards_sent_frozen;
create trigger score_cards_sent_frozen before update on score_cards
when old.state = 'sent' and (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
  and not (new.state = 'draft' and new.id = old.id and new.application_id = old.application_id and new.member_id = old.member_id
    and new.justification = old.justification and new.private_note = old.private_note and new.suggested_amount = old.suggested_amount
    and new.opened_at = old.opened_at and new.keyed_by is old.keyed_by and new.scan_file_id is old.scan_file_id
    and exists (select 1 from score_reopenings r where r.card_id = old.id and r.revision = old.revision and r.ended_at is null))
begin select raise(abort, 'score_card_sent'); end;

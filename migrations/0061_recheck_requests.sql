-- After a rejection a group may ask for a re-check. Reopened, its application gets a further card: the rejecting one is set aside and stays as it was decided.
-- The table is rebuilt because an application could have one card. Views and triggers name it, so renaming must not look at them (`legacy_alter_table`).
pragma legacy_alter_table = on;
create table formal_cards_again (
  id integer primary key,
  application_id integer not null references applications (id),
  version_id integer not null references application_versions (id),
  outcome text check (outcome in ('accepted', 'rejected')),
  reason text not null default '',
  opened_at text not null,
  decided_at text,
  decided_by integer references people (id),
  revision integer not null default 1,
  -- The last Warsaw day of asking for a re-check, as the letter of rejection said.
  recheck_until text,
  set_aside_at text,
  check ((outcome is null) = (decided_at is null)),
  check (outcome is null or outcome = 'accepted' or reason <> ''),
  check (recheck_until is null or outcome = 'rejected'),
  check (set_aside_at is null or outcome = 'rejected')
) strict;
insert into formal_cards_again (id, application_id, version_id, outcome, reason, opened_at, decided_at, decided_by, revision)
  select id, application_id, version_id, outcome, reason, opened_at, decided_at, decided_by, revision from formal_cards;
drop table formal_cards;
alter table formal_cards_again rename to formal_cards;
pragma legacy_alter_table = off;
create unique index formal_cards_in_force on formal_cards (application_id) where set_aside_at is null;
create index formal_cards_application on formal_cards (application_id);

create trigger formal_cards_decided_frozen before update on formal_cards
when old.decided_at is not null and not (old.set_aside_at is null and new.set_aside_at is not null and new.id = old.id and new.application_id = old.application_id
    and new.version_id = old.version_id and new.outcome = old.outcome and new.reason = old.reason and new.opened_at = old.opened_at
    and new.decided_at = old.decided_at and new.decided_by is old.decided_by and new.revision = old.revision and new.recheck_until is old.recheck_until)
  and (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'formal_card_decided'); end;
create trigger formal_cards_no_delete before delete on formal_cards begin select raise(abort, 'formal_card_decided'); end;

create table recheck_requests (
  id integer primary key,
  -- The rejecting card; each is asked about once.
  card_id integer not null unique references formal_cards (id),
  way text not null check (way in ('screen', 'paper')),
  body text not null,
  -- A Warsaw day: of writing, or when the paper came.
  arrived_on text not null,
  asked_at text not null,
  asked_by integer not null references people (id),
  outcome text check (outcome in ('upheld', 'reopened')),
  answer text not null default '',
  answered_at text,
  answered_by integer references people (id),
  check ((outcome is null) = (answered_at is null)),
  check ((outcome is null) = (answered_by is null)),
  check (outcome is null or answer <> '')
) strict;
create trigger recheck_requests_of_a_rejection before insert on recheck_requests
when (select outcome from formal_cards where id = new.card_id) is not 'rejected' begin select raise(abort, 'recheck_of_a_rejection'); end;
create trigger recheck_requests_by_another before update on recheck_requests
when new.answered_by is not null and new.answered_by is (select decided_by from formal_cards where id = new.card_id)
begin select raise(abort, 'recheck_same_person'); end;
create trigger recheck_requests_as_asked before update on recheck_requests
when (old.outcome is not null or new.outcome is null or new.card_id <> old.card_id or new.way <> old.way or new.body <> old.body
    or new.arrived_on <> old.arrived_on or new.asked_at <> old.asked_at or new.asked_by <> old.asked_by)
  and (select a.call_id from formal_cards k join applications a on a.id = k.application_id where k.id = old.card_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'recheck_asked'); end;
create trigger recheck_requests_no_delete before delete on recheck_requests begin select raise(abort, 'recheck_asked'); end;

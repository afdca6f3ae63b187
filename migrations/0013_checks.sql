create table formal_cards (
  id integer primary key,
  application_id integer not null unique references applications (id),
  version_id integer not null references application_versions (id),
  outcome text check (outcome in ('accepted', 'rejected')),
  reason text not null default '',
  opened_at text not null,
  decided_at text,
  decided_by integer references people (id),
  revision integer not null default 1,
  check ((outcome is null) = (decided_at is null)),
  check (outcome is null or outcome = 'accepted' or reason <> '')
) strict;

create table formal_answers (
  card_id integer not null references formal_cards (id),
  criterion_id integer not null references formal_criteria (id),
  verdict text check (verdict in ('yes', 'no', 'not_applicable')),
  note text not null default '',
  primary key (card_id, criterion_id)
) strict, without rowid;

create trigger formal_cards_decided_frozen before update on formal_cards when old.decided_at is not null begin select raise(abort, 'formal_card_decided'); end;
create trigger formal_cards_no_delete before delete on formal_cards begin select raise(abort, 'formal_card_decided'); end;
create trigger formal_answers_frozen_insert before insert on formal_answers
when (select decided_at from formal_cards where id = new.card_id) is not null begin select raise(abort, 'formal_card_decided'); end;
create trigger formal_answers_frozen_update before update on formal_answers
when (select decided_at from formal_cards where id = old.card_id) is not null begin select raise(abort, 'formal_card_decided'); end;
create trigger formal_answers_frozen_delete before delete on formal_answers
when (select decided_at from formal_cards where id = old.card_id) is not null begin select raise(abort, 'formal_card_decided'); end;

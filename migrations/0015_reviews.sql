create table score_cards (
  id integer primary key,
  application_id integer not null references applications (id),
  member_id integer not null references jury_members (id),
  state text not null default 'draft' check (state in ('draft', 'sent')),
  justification text not null default '',
  opened_at text not null,
  sent_at text,
  revision integer not null default 1,
  unique (application_id, member_id),
  check ((state = 'sent') = (sent_at is not null))
) strict;

create table score_points (
  card_id integer not null references score_cards (id),
  criterion_id integer not null references merit_criteria (id),
  points integer not null check (points >= 0),
  primary key (card_id, criterion_id)
) strict, without rowid;

create trigger score_cards_sent_frozen before update on score_cards when old.state = 'sent' begin select raise(abort, 'score_card_sent'); end;
create trigger score_cards_sent_no_delete before delete on score_cards when old.state = 'sent' begin select raise(abort, 'score_card_sent'); end;
create trigger score_points_frozen_insert before insert on score_points
when (select state from score_cards where id = new.card_id) = 'sent' begin select raise(abort, 'score_card_sent'); end;
create trigger score_points_frozen_update before update on score_points
when (select state from score_cards where id = old.card_id) = 'sent' begin select raise(abort, 'score_card_sent'); end;
create trigger score_points_frozen_delete before delete on score_points
when (select state from score_cards where id = old.card_id) = 'sent' begin select raise(abort, 'score_card_sent'); end;

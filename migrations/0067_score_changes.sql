-- Points of a sent card changed at the jury's meeting, one row for each criterion: what was, what is, why, by whom. Append-only.
create table score_changes (
  id integer primary key,
  card_id integer not null references score_cards (id),
  criterion_id integer not null references merit_criteria (id),
  points_before integer not null check (points_before >= 0),
  points_after integer not null check (points_after >= 0 and points_after <> points_before),
  reason text not null,
  changed_at text not null,
  changed_by integer not null references people (id)
) strict;
create index score_changes_of_card on score_changes (card_id);
create trigger score_changes_stay before update on score_changes
when (select a.call_id from score_cards k join applications a on a.id = k.application_id where k.id = old.card_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'score_change_stays'); end;
create trigger score_changes_no_delete before delete on score_changes begin select raise(abort, 'score_change_stays'); end;

-- A sent card's points move only by the step that its newest change says, and never after the adoption.
drop trigger score_points_frozen_update;
create trigger score_points_frozen_update before update on score_points
when (select state from score_cards where id = old.card_id) = 'sent' and not (
  new.card_id = old.card_id and new.criterion_id = old.criterion_id
  and exists (select 1 from score_changes c where c.points_before = old.points and c.points_after = new.points
    and c.id = (select max(id) from score_changes where card_id = old.card_id and criterion_id = old.criterion_id))
  and not exists (select 1 from rankings r join applications a on a.call_id = r.call_id join score_cards k on k.application_id = a.id
    where k.id = old.card_id))
begin select raise(abort, 'score_card_sent'); end;

-- A call may have every application scored by so many members of its jury, drawn so that loads are equal; null: everybody scores everything.
alter table calls add column cards_per_application integer check (cards_per_application between 1 and 20);

-- Each draw with the seed and everything it was drawn from, so that anybody repeats it. The newest is in force.
create table jury_draws (
  id integer primary key,
  call_id integer not null references calls (id),
  seed text not null,
  inputs text not null check (json_valid(inputs)),
  drawn_at text not null,
  drawn_by integer not null references people (id)
) strict;
create index jury_draws_of_call on jury_draws (call_id, id);
create trigger jury_draws_stay before update on jury_draws begin select raise(abort, 'draw_stays'); end;
create trigger jury_draws_no_delete before delete on jury_draws begin select raise(abort, 'draw_stays'); end;
create trigger jury_draws_before_cards before insert on jury_draws
when exists (select 1 from score_cards k join applications a on a.id = k.application_id where a.call_id = new.call_id)
begin select raise(abort, 'scoring_begun'); end;

-- Who scores what. A row ends when somebody else scores instead, and stays.
create table score_assignments (
  id integer primary key,
  application_id integer not null references applications (id),
  member_id integer not null references jury_members (id),
  made_by text not null check (made_by in ('draw', 'change', 'fill', 'call_up')),
  reason text not null default '',
  assigned_at text not null,
  ended_at text
) strict;
create unique index score_assignments_once on score_assignments (application_id, member_id) where ended_at is null;
create index score_assignments_of_member on score_assignments (member_id);
create trigger score_assignments_end_once before update on score_assignments
when old.ended_at is not new.ended_at and (old.ended_at is not null or exists (select 1 from score_cards k
  where k.application_id = old.application_id and k.member_id = old.member_id))
begin select raise(abort, 'card_begun'); end;
create trigger score_assignments_no_delete before delete on score_assignments begin select raise(abort, 'card_begun'); end;

-- Members without a vote, members in reserve, and members taken off with a word on their cards. The table is rebuilt, because a CHECK forbade the
-- functions; it has no triggers. A view reads it, so the renaming must look at nothing but its own name.
pragma legacy_alter_table = on;
create table jury_members_widened (
  id integer primary key,
  call_id integer not null references calls (id),
  person_id integer not null references people (id),
  function text not null check (function in ('chair', 'secretary', 'member', 'non_voting', 'reserve')),
  represents text not null default '',
  appointed_at text not null,
  removed_at text,
  -- Why a member who had declared was taken off, the number and day of the director's order if there is one, and whether sent cards go on counting.
  removal_reason text not null default '',
  removal_order text not null default '',
  cards_count integer check (cards_count in (0, 1)),
  check (removed_at is not null or (removal_reason = '' and removal_order = '' and cards_count is null))
) strict;
insert into jury_members_widened (id, call_id, person_id, function, represents, appointed_at, removed_at)
  select id, call_id, person_id, function, represents, appointed_at, removed_at from jury_members;
drop table jury_members;
alter table jury_members_widened rename to jury_members;
pragma legacy_alter_table = off;
create unique index jury_members_once on jury_members (call_id, person_id) where removed_at is null;
create unique index jury_members_one_chair on jury_members (call_id) where function = 'chair' and removed_at is null;
create trigger jury_members_taken_off_stays before update on jury_members
when old.removed_at is not null and (new.removed_at is not old.removed_at or new.cards_count is not old.cards_count)
begin select raise(abort, 'taken_off_stays'); end;
create trigger jury_members_before_adoption before update on jury_members
when new.removed_at is not old.removed_at and exists (select 1 from rankings where call_id = old.call_id)
begin select raise(abort, 'ranking_adopted'); end;

-- A member in reserve called up: for the whole jury (application_id null), or for one application.
create table jury_call_ups (
  id integer primary key,
  member_id integer not null references jury_members (id),
  application_id integer references applications (id),
  reason text not null,
  called_at text not null,
  called_by integer not null references people (id)
) strict;
create unique index jury_call_ups_once on jury_call_ups (member_id, coalesce(application_id, 0));
create trigger jury_call_ups_of_reserve before insert on jury_call_ups
when (select function from jury_members where id = new.member_id) <> 'reserve' begin select raise(abort, 'not_in_reserve'); end;
create trigger jury_call_ups_stay before update on jury_call_ups
when new.member_id <> old.member_id or new.application_id is not old.application_id or new.called_at <> old.called_at or new.called_by <> old.called_by
begin select raise(abort, 'called_up_stays'); end;
create trigger jury_call_ups_no_delete before delete on jury_call_ups begin select raise(abort, 'called_up_stays'); end;

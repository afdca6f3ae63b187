-- A call is set up step by step while it is a draft: a cost may wait for the budget line it falls on. Rebuilt, because a CHECK forbade that.
create table cost_categories_waiting (
  id integer primary key,
  call_id integer not null references calls (id),
  code text not null,
  name text not null,
  is_eligible integer not null check (is_eligible in (0, 1)),
  budget_line_id integer references budget_lines (id),
  cap_percent integer check (cap_percent between 1 and 100),
  unit_threshold_grosze integer check (unit_threshold_grosze > 0),
  note text not null default '',
  position integer not null default 0,
  unique (call_id, code)
) strict;
insert into cost_categories_waiting (id, call_id, code, name, is_eligible, budget_line_id, cap_percent, note)
  select id, call_id, code, name, is_eligible, budget_line_id, cap_percent, note from cost_categories;
drop table cost_categories;
alter table cost_categories_waiting rename to cost_categories;

alter table formal_criteria add column position integer not null default 0;

-- The least points a criterion must bring; null: none.
alter table merit_criteria add column min_points integer check (min_points between 1 and max_points);
alter table merit_criteria add column position integer not null default 0;

-- What a number of points means in a criterion; not every number needs words.
create table merit_levels (
  criterion_id integer not null references merit_criteria (id) on delete cascade,
  points integer not null check (points >= 0),
  description text not null check (length(description) > 0),
  primary key (criterion_id, points)
) strict, without rowid;

-- Null: an organisation is held by the limit of its leader alone.
alter table calls add column applications_per_organisation integer check (applications_per_organisation > 0);

-- Where a date comes from: a paragraph of the rules, of an agreement, of an act.
alter table call_stages add column source text not null default '';

-- What groups wrote by stays as it was announced.
create trigger cost_categories_announced_insert before insert on cost_categories
when (select state from calls where id = new.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger cost_categories_announced_update before update on cost_categories
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger cost_categories_announced_delete before delete on cost_categories
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger formal_criteria_announced_insert before insert on formal_criteria
when (select state from calls where id = new.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger formal_criteria_announced_update before update on formal_criteria
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger formal_criteria_announced_delete before delete on formal_criteria
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger merit_criteria_announced_insert before insert on merit_criteria
when (select state from calls where id = new.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger merit_criteria_announced_update before update on merit_criteria
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger merit_criteria_announced_delete before delete on merit_criteria
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger merit_levels_announced_insert before insert on merit_levels
when (select c.state from calls c join merit_criteria m on m.call_id = c.id where m.id = new.criterion_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger merit_levels_announced_update before update on merit_levels
when (select c.state from calls c join merit_criteria m on m.call_id = c.id where m.id = old.criterion_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger merit_levels_announced_delete before delete on merit_levels
when (select c.state from calls c join merit_criteria m on m.call_id = c.id where m.id = old.criterion_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger applicant_kinds_announced_insert before insert on call_applicant_kinds
when (select state from calls where id = new.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger applicant_kinds_announced_update before update on call_applicant_kinds
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger applicant_kinds_announced_delete before delete on call_applicant_kinds
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;

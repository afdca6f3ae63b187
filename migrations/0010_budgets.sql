-- A budget line is lasting: task, category, year, source. Amounts belong to a version; entries and expense parts refer to the line.
create table budget_versions (
  id integer primary key,
  project_id integer not null references projects (id),
  number integer not null,
  state text not null default 'draft' check (state in ('draft', 'in_force', 'superseded')),
  is_example integer not null default 0 check (is_example in (0, 1)),
  grant_grosze integer not null check (grant_grosze >= 0),
  own_grosze integer not null check (own_grosze >= 0),
  note text not null default '',
  based_on_id integer references budget_versions (id),
  created_at text not null,
  in_force_at text,
  revision integer not null default 1,
  unique (project_id, number)
) strict;
create unique index budget_versions_one_in_force on budget_versions (project_id) where state = 'in_force';

create table budget_tasks (
  id integer primary key,
  project_id integer not null references projects (id),
  code text not null,
  name text not null,
  unique (project_id, code)
) strict;

create table budget_lines (
  id integer primary key,
  task_id integer not null references budget_tasks (id),
  category text not null,
  year integer not null check (year between 2000 and 2100),
  source text not null check (source in ('grant', 'own')),
  unique (task_id, category, year, source)
) strict;

create table budget_amounts (
  version_id integer not null references budget_versions (id),
  line_id integer not null references budget_lines (id),
  amount_grosze integer not null check (amount_grosze >= 0),
  primary key (version_id, line_id)
) strict, without rowid;

-- Reservations (from publication) and commitments (from a signed agreement or an order): append-only, undone by a reversing entry.
create table budget_entries (
  id integer primary key,
  kind text not null check (kind in ('reservation', 'commitment')),
  line_id integer not null references budget_lines (id),
  initiative_id integer references initiatives (id),
  amount_grosze integer not null check (amount_grosze <> 0),
  reason text not null,
  reverses_id integer unique references budget_entries (id),
  at text not null,
  by_person_id integer references people (id)
) strict;
create index budget_entries_of_line on budget_entries (line_id, kind);
create index budget_entries_of_initiative on budget_entries (initiative_id, kind);

create trigger budget_entries_no_update before update on budget_entries begin select raise(abort, 'entries_are_append_only'); end;
create trigger budget_entries_no_delete before delete on budget_entries begin select raise(abort, 'entries_are_append_only'); end;

create trigger budget_version_sums before update of state on budget_versions
when new.state = 'in_force' and old.state = 'draft' and (
  new.grant_grosze <> coalesce((select sum(a.amount_grosze) from budget_amounts a join budget_lines l on l.id = a.line_id where a.version_id = new.id and l.source = 'grant'), 0)
  or new.own_grosze <> coalesce((select sum(a.amount_grosze) from budget_amounts a join budget_lines l on l.id = a.line_id where a.version_id = new.id and l.source = 'own'), 0)
)
begin select raise(abort, 'budget_version_sum'); end;
create trigger budget_version_born_draft before insert on budget_versions
when new.state <> 'draft' begin select raise(abort, 'budget_version_sum'); end;
create trigger budget_version_frozen before update on budget_versions
when old.state <> 'draft' and (new.grant_grosze <> old.grant_grosze or new.own_grosze <> old.own_grosze or new.project_id <> old.project_id
  or new.is_example <> old.is_example or new.state = 'draft' or (old.state = 'superseded' and new.state <> 'superseded'))
begin select raise(abort, 'budget_version_frozen'); end;
create trigger budget_version_no_delete before delete on budget_versions
when old.state <> 'draft' begin select raise(abort, 'budget_version_frozen'); end;
create trigger budget_amounts_frozen_insert before insert on budget_amounts
when (select state from budget_versions where id = new.version_id) <> 'draft' begin select raise(abort, 'budget_version_frozen'); end;
create trigger budget_amounts_frozen_update before update on budget_amounts
when (select state from budget_versions where id = old.version_id) <> 'draft' begin select raise(abort, 'budget_version_frozen'); end;
create trigger budget_amounts_frozen_delete before delete on budget_amounts
when (select state from budget_versions where id = old.version_id) <> 'draft' begin select raise(abort, 'budget_version_frozen'); end;

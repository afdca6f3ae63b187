-- What other numbers would give, kept under a name for the jury's talk. A scenario never touches a ranking, an award or a budget.
create table ranking_scenarios (
  id integer primary key,
  call_id integer not null references calls (id),
  name text not null check (length(name) > 0),
  pool_grosze integer not null check (pool_grosze > 0),
  threshold_percent integer not null check (threshold_percent between 0 and 100),
  cap_grosze integer check (cap_grosze > 0),
  skips integer not null check (skips in (0, 1)),
  kept_at text not null,
  kept_by integer not null references people (id),
  unique (call_id, name)
) strict;

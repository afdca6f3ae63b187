create table jobs (
  id integer primary key,
  kind text not null,
  unique_key text not null unique,
  payload text not null check (json_valid(payload)),
  run_after text not null,
  attempts integer not null default 0 check (attempts >= 0),
  lease_until text,
  -- Its time had not come when it was last tried; nothing was counted against it.
  put_off integer not null default 0 check (put_off in (0, 1)),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  last_error text,
  created_at text not null,
  finished_at text
) strict;
create index jobs_to_claim on jobs (run_after, id) where state in ('waiting', 'running');

create table projects (
  id integer primary key,
  title text not null,
  short_title text not null,
  description text not null,
  programme_name text not null,
  funder_name text not null,
  funder_short_name text not null,
  credit_line text not null,
  agreement_number text not null default '',
  agreement_on text,
  starts_on text not null,
  ends_on text not null,
  payments_until_on text not null,
  report_due_on text not null,
  created_at text not null,
  version integer not null default 1
) strict;

create table partners (
  id integer primary key,
  project_id integer not null references projects (id),
  name text not null,
  kind text not null check (kind in ('library', 'school', 'culture_house', 'organisation', 'local_government', 'parish', 'business')),
  contribution text not null,
  is_example integer not null default 0 check (is_example in (0, 1))
) strict;

create table diagnosis_needs (
  id integer primary key,
  project_id integer not null references projects (id),
  title text not null,
  description text not null,
  source text not null,
  is_example integer not null default 0 check (is_example in (0, 1))
) strict;

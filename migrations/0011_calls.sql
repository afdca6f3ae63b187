create table calls (
  id integer primary key,
  project_id integer not null references projects (id),
  task_id integer not null references budget_tasks (id),
  code text not null check (length(code) between 1 and 12),
  title text not null,
  subtitle text not null,
  lead text not null,
  year integer not null,
  state text not null default 'draft' check (state in ('draft', 'announced', 'closed')),
  payment_mode text not null default 'LIBRARY_PAYS' check (payment_mode in ('LIBRARY_PAYS')),
  pool_grosze integer not null check (pool_grosze > 0),
  min_grosze integer not null check (min_grosze > 0),
  max_grosze integer not null check (max_grosze >= min_grosze),
  min_initiatives integer not null check (min_initiatives > 0),
  applications_per_leader integer not null check (applications_per_leader > 0),
  min_group_size integer not null,
  min_leader_age integer not null,
  threshold_percent integer not null check (threshold_percent between 0 and 100),
  quorum integer not null check (quorum > 0),
  max_points integer not null check (max_points > 0),
  area text not null,
  contribution_note text not null,
  contact text not null,
  moved_by_weeks integer not null default 0,
  created_at text not null,
  announced_at text,
  version integer not null default 1,
  unique (code, year)
) strict;

-- Instants; an open end is null. A stage opening or closing is computed from these and `now`, never a job.
create table call_stages (
  id integer primary key,
  call_id integer not null references calls (id),
  kind text not null check (kind in ('rules_consultation', 'announcement', 'information_meeting', 'advice', 'submission', 'formal_check', 'corrections',
    'declarations', 'scoring', 'jury_meeting', 'results', 'negotiation', 'realisation', 'last_purchase', 'last_contract_bill', 'group_report', 'payments', 'funder_report')),
  starts_at text,
  ends_at text,
  place text not null default '',
  check (starts_at is not null or ends_at is not null),
  check (starts_at is null or ends_at is null or starts_at <= ends_at)
) strict;
create index call_stages_of_call on call_stages (call_id, kind, id);

-- Structured texts and definitions, versioned: rules, form, privacy clause. A version used by an application never changes.
create table call_texts (
  id integer primary key,
  call_id integer not null references calls (id),
  kind text not null check (kind in ('rules', 'form', 'privacy')),
  number integer not null,
  content text not null check (json_valid(content)),
  created_at text not null,
  unique (call_id, kind, number)
) strict;
create trigger call_texts_no_update before update on call_texts begin select raise(abort, 'call_text_frozen'); end;

create table call_questions (
  id integer primary key,
  call_id integer not null references calls (id),
  question text not null,
  answer text not null
) strict;

create table call_applicant_kinds (
  call_id integer not null references calls (id),
  kind text not null check (kind in ('person', 'informal_group', 'organisation', 'school_or_parish', 'minor')),
  note text not null,
  primary key (call_id, kind)
) strict, without rowid;

create table cost_categories (
  id integer primary key,
  call_id integer not null references calls (id),
  code text not null,
  name text not null,
  is_eligible integer not null check (is_eligible in (0, 1)),
  budget_line_id integer references budget_lines (id),
  cap_percent integer check (cap_percent between 1 and 100),
  note text not null default '',
  unique (call_id, code),
  check (is_eligible = 0 or budget_line_id is not null)
) strict;

create table formal_criteria (
  id integer primary key,
  call_id integer not null references calls (id),
  code text not null,
  name text not null,
  known_by text not null check (known_by in ('system', 'person')),
  unique (call_id, code)
) strict;

create table merit_criteria (
  id integer primary key,
  call_id integer not null references calls (id),
  code text not null,
  name text not null,
  description text not null,
  weight integer not null check (weight > 0),
  max_points integer not null check (max_points > 0),
  is_bonus integer not null default 0 check (is_bonus in (0, 1)),
  tie_order integer,
  unique (call_id, code)
) strict;

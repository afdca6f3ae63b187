create table initiatives (
  id integer primary key,
  call_id integer not null references calls (id),
  application_id integer not null unique references applications (id),
  code text not null unique,
  title text not null,
  group_name text not null,
  state text not null default 'negotiation' check (state in ('negotiation', 'agreed', 'realisation', 'settled', 'withdrawn')),
  created_at text not null,
  revision integer not null default 1
) strict;

-- Three plans of one initiative: requested, awarded, agreed. A final plan never changes.
create table plans (
  id integer primary key,
  initiative_id integer not null references initiatives (id),
  kind text not null check (kind in ('requested', 'awarded', 'agreed')),
  total_grosze integer not null check (total_grosze >= 0),
  is_final integer not null default 0 check (is_final in (0, 1)),
  created_at text not null,
  unique (initiative_id, kind)
) strict;

create table plan_lines (
  id integer primary key,
  plan_id integer not null references plans (id),
  position integer not null,
  name text not null,
  category_id integer not null references cost_categories (id),
  budget_line_id integer not null references budget_lines (id),
  quantity_thousandths integer not null,
  unit text not null,
  price_grosze integer not null,
  amount_grosze integer not null check (amount_grosze >= 0)
) strict;
create index plan_lines_of_plan on plan_lines (plan_id, position);

create trigger plans_frozen before update on plans when old.is_final = 1 begin select raise(abort, 'plan_frozen'); end;
create trigger plans_no_delete before delete on plans when old.is_final = 1 begin select raise(abort, 'plan_frozen'); end;
create trigger plan_lines_frozen_insert before insert on plan_lines
when (select is_final from plans where id = new.plan_id) = 1 begin select raise(abort, 'plan_frozen'); end;
create trigger plan_lines_frozen_update before update on plan_lines
when (select is_final from plans where id = old.plan_id) = 1 begin select raise(abort, 'plan_frozen'); end;
create trigger plan_lines_frozen_delete before delete on plan_lines
when (select is_final from plans where id = old.plan_id) = 1 begin select raise(abort, 'plan_frozen'); end;

-- Accounting documents. The parts and the part outside the project always sum to the document; paid documents are undone by a reversal.
-- A draft entered by mistake is discarded, never deleted: its id stands in the history. It keeps no parts.
create table expenses (
  id integer primary key,
  project_id integer not null references projects (id),
  kind text not null check (kind in ('invoice', 'bill', 'contract', 'receipt', 'note', 'insurance', 'internal')),
  number text not null check (length(number) between 1 and 100),
  seller_name text not null,
  seller_nip text not null default '',
  issued_on text not null,
  total_grosze integer not null check (total_grosze > 0),
  outside_grosze integer not null default 0 check (outside_grosze >= 0 and outside_grosze <= total_grosze),
  description text not null,
  state text not null default 'draft' check (state in ('draft', 'booked', 'controlled', 'approved', 'paid', 'discarded')),
  file_id integer references files (id),
  created_at text not null,
  created_by integer not null references people (id),
  booked_at text,
  revision integer not null default 1
) strict;
create unique index expenses_same_document on expenses (project_id, seller_nip, kind, number) where seller_nip <> '' and state <> 'discarded';

create table expense_parts (
  id integer primary key,
  expense_id integer not null references expenses (id),
  line_id integer not null references budget_lines (id),
  initiative_id integer references initiatives (id),
  amount_grosze integer not null check (amount_grosze > 0)
) strict;
create index expense_parts_of_expense on expense_parts (expense_id, id);
create index expense_parts_of_line on expense_parts (line_id);
create index expense_parts_of_initiative on expense_parts (initiative_id);

-- entered is not a control step; `control` (the accountant's) and `approval` (for payment) are two different people.
create table expense_approvals (
  id integer primary key,
  expense_id integer not null references expenses (id),
  step text not null check (step in ('control', 'approval')),
  lane text not null check (lane in ('clicked', 'paper')),
  person_id integer not null references people (id),
  signed_on text not null,
  -- The scan of what was signed on paper, when there is one.
  file_id integer references files (id),
  recorded_at text not null,
  unique (expense_id, step),
  unique (expense_id, person_id)
) strict;

create table payments (
  id integer primary key,
  expense_id integer not null references expenses (id),
  kind text not null check (kind in ('net', 'tax', 'social_insurance', 'other')),
  payee text not null,
  amount_grosze integer not null check (amount_grosze > 0),
  paid_on text not null,
  statement text not null default '',
  recorded_at text not null,
  recorded_by integer not null references people (id)
) strict;
create index payments_of_expense on payments (expense_id, id);

create trigger expenses_sum before update of state on expenses
when old.state = 'draft' and new.state not in ('draft', 'discarded')
  and new.total_grosze <> new.outside_grosze + coalesce((select sum(amount_grosze) from expense_parts where expense_id = new.id), 0)
begin select raise(abort, 'expense_parts_sum'); end;
create trigger expenses_born_draft before insert on expenses when new.state <> 'draft' begin select raise(abort, 'expense_parts_sum'); end;
create trigger expenses_frozen before update on expenses
when old.state <> 'draft' and (new.total_grosze <> old.total_grosze or new.outside_grosze <> old.outside_grosze or new.number <> old.number
  or new.seller_nip <> old.seller_nip or new.seller_name <> old.seller_name or new.issued_on <> old.issued_on or new.kind <> old.kind or new.state = 'draft')
begin select raise(abort, 'expense_booked'); end;
create trigger expenses_no_delete before delete on expenses when old.state <> 'draft' begin select raise(abort, 'expense_booked'); end;
create trigger expense_parts_frozen_insert before insert on expense_parts
when (select state from expenses where id = new.expense_id) <> 'draft' begin select raise(abort, 'expense_booked'); end;
create trigger expense_parts_frozen_update before update on expense_parts
when (select state from expenses where id = old.expense_id) <> 'draft' begin select raise(abort, 'expense_booked'); end;
create trigger expense_parts_frozen_delete before delete on expense_parts
when (select state from expenses where id = old.expense_id) <> 'draft' begin select raise(abort, 'expense_booked'); end;
-- One step at a time, each with its proof: the control, the approval, the payments to the last grosz.
create trigger expenses_steps before update of state on expenses
when new.state <> old.state and not case new.state
  when 'discarded' then old.state = 'draft'
  when 'booked' then old.state = 'draft'
  when 'controlled' then old.state = 'booked' and exists (select 1 from expense_approvals where expense_id = new.id and step = 'control')
  when 'approved' then old.state = 'controlled' and exists (select 1 from expense_approvals where expense_id = new.id and step = 'approval')
  when 'paid' then old.state = 'approved' and new.total_grosze = (select sum(amount_grosze) from payments where expense_id = new.id)
  else true end
begin select raise(abort, 'expense_step'); end;
create trigger expense_approvals_no_update before update on expense_approvals begin select raise(abort, 'approval_recorded'); end;
create trigger expense_approvals_no_delete before delete on expense_approvals begin select raise(abort, 'approval_recorded'); end;
create trigger payments_due before insert on payments
when (select state from expenses where id = new.expense_id) <> 'approved'
  or new.amount_grosze + coalesce((select sum(amount_grosze) from payments where expense_id = new.expense_id), 0)
    > (select total_grosze from expenses where id = new.expense_id)
begin select raise(abort, 'payment_not_due'); end;
create trigger payments_no_update before update on payments begin select raise(abort, 'payment_recorded'); end;
create trigger payments_no_delete before delete on payments begin select raise(abort, 'payment_recorded'); end;

-- The one place where balances are computed. Committed = what an agreement binds and no booked document has used yet.
create view budget_balances as
with
used as (
  select p.line_id, p.initiative_id,
    sum(case when e.state = 'paid' then p.amount_grosze else 0 end) as spent_grosze,
    sum(case when e.state in ('booked', 'controlled', 'approved') then p.amount_grosze else 0 end) as owed_grosze
  from expense_parts p join expenses e on e.id = p.expense_id where e.state <> 'draft' group by p.line_id, p.initiative_id
),
bound as (
  select b.line_id, b.initiative_id, sum(b.amount_grosze) as amount_grosze from budget_entries b where b.kind = 'commitment' group by b.line_id, b.initiative_id
),
open_commitments as (
  select b.line_id, sum(max(0, b.amount_grosze - coalesce(u.spent_grosze + u.owed_grosze, 0))) as committed_grosze
  from bound b left join used u on u.line_id = b.line_id and u.initiative_id is b.initiative_id group by b.line_id
),
reserved as (
  select line_id, sum(amount_grosze) as reserved_grosze from budget_entries where kind = 'reservation' group by line_id
),
spending as (
  select line_id, sum(spent_grosze) as spent_grosze, sum(owed_grosze) as owed_grosze from used group by line_id
)
select l.id as line_id, t.project_id, l.task_id, l.category, l.year, l.source,
  coalesce(a.amount_grosze, 0) as planned_grosze,
  coalesce(r.reserved_grosze, 0) as reserved_grosze,
  coalesce(c.committed_grosze, 0) as committed_grosze,
  coalesce(s.owed_grosze, 0) as owed_grosze,
  coalesce(s.spent_grosze, 0) as spent_grosze,
  coalesce(a.amount_grosze, 0) - coalesce(r.reserved_grosze, 0) - coalesce(c.committed_grosze, 0) - coalesce(s.owed_grosze, 0) - coalesce(s.spent_grosze, 0) as left_grosze
from budget_lines l
join budget_tasks t on t.id = l.task_id
left join budget_versions v on v.project_id = t.project_id and v.state = 'in_force'
left join budget_amounts a on a.version_id = v.id and a.line_id = l.id
left join reserved r on r.line_id = l.id
left join open_commitments c on c.line_id = l.id
left join spending s on s.line_id = l.id;

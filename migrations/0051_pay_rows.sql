-- Pay comes in two sums: what somebody gets on the agreement and what the library pays in all. Of a cost that is pay the group is asked which one it wrote.
-- Calls announced before stay as they were announced.
alter table cost_categories add column is_pay integer not null default 0 check (is_pay = 0 or (is_pay = 1 and is_eligible = 1));

-- '' where nobody said it: the library helps to find out.
alter table cost_lines add column pay_basis text not null default '' check (pay_basis in ('', 'full_cost', 'gross'));

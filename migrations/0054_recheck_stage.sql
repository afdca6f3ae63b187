-- A timetable may say when „prośba o ponowne sprawdzenie” is taken. The table is rebuilt, because a CHECK forbade the kind; nothing refers to it and it has no triggers.
create table call_stages_widened (
  id integer primary key,
  call_id integer not null references calls (id),
  kind text not null check (kind in ('rules_consultation', 'announcement', 'information_meeting', 'advice', 'submission', 'formal_check', 'corrections', 'recheck',
    'declarations', 'scoring', 'jury_meeting', 'results', 'negotiation', 'realisation', 'last_purchase', 'last_contract_bill', 'group_report', 'payments', 'funder_report')),
  starts_at text,
  ends_at text,
  place text not null default '',
  source text not null default '',
  check (starts_at is not null or ends_at is not null),
  check (starts_at is null or ends_at is null or starts_at <= ends_at)
) strict;
insert into call_stages_widened (id, call_id, kind, starts_at, ends_at, place, source)
  select id, call_id, kind, starts_at, ends_at, place, source from call_stages;
drop table call_stages;
alter table call_stages_widened rename to call_stages;
create index call_stages_of_call on call_stages (call_id, kind, id);

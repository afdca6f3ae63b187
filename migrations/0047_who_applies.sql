-- An organisation may apply for an informal group: in whose name the agreement is, and who does the work. Both tables are rebuilt, because a CHECK forbade the kind.
create table call_applicant_kinds_widened (
  call_id integer not null references calls (id),
  kind text not null check (kind in ('person', 'informal_group', 'organisation', 'organisation_with_group', 'school_or_parish', 'minor')),
  note text not null,
  primary key (call_id, kind)
) strict, without rowid;
insert into call_applicant_kinds_widened (call_id, kind, note) select call_id, kind, note from call_applicant_kinds;
drop table call_applicant_kinds;
alter table call_applicant_kinds_widened rename to call_applicant_kinds;
create trigger applicant_kinds_announced_insert before insert on call_applicant_kinds
when (select state from calls where id = new.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger applicant_kinds_announced_update before update on call_applicant_kinds
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;
create trigger applicant_kinds_announced_delete before delete on call_applicant_kinds
when (select state from calls where id = old.call_id) <> 'draft' begin select raise(abort, 'call_announced'); end;

create table applicants_widened (
  application_id integer primary key references applications (id),
  kind text not null default ''
    check (kind in ('', 'person', 'informal_group', 'organisation', 'organisation_with_group', 'school_or_parish', 'minor')),
  name text not null default '',
  leader_name text not null default '',
  email text not null default '',
  phone text not null default '',
  street text not null default '',
  postal_code text not null default '',
  city text not null default '',
  register_number text not null default '',
  group_members text not null default '',
  guardian_name text not null default '',
  register_kind text not null default '' check (register_kind in ('', 'krs', 'kgw', 'starosta', 'church', 'other', 'none'))
) strict;
insert into applicants_widened (application_id, kind, name, leader_name, email, phone, street, postal_code, city, register_number, group_members, guardian_name, register_kind)
  select application_id, kind, name, leader_name, email, phone, street, postal_code, city, register_number, group_members, guardian_name, register_kind from applicants;
drop table applicants;
alter table applicants_widened rename to applicants;

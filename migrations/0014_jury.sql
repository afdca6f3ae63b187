create table jury_members (
  id integer primary key,
  call_id integer not null references calls (id),
  person_id integer not null references people (id),
  function text not null check (function in ('chair', 'secretary', 'member')),
  represents text not null default '',
  appointed_at text not null,
  removed_at text
) strict;
create unique index jury_members_once on jury_members (call_id, person_id) where removed_at is null;
create unique index jury_members_one_chair on jury_members (call_id) where function = 'chair' and removed_at is null;

create table jury_declarations (
  id integer primary key,
  member_id integer not null unique references jury_members (id),
  text_version text not null,
  signed_at text not null
) strict;

-- exclusion (wyłączenie) closes the application to the juror everywhere; disclosure (ujawnienie) is only noted.
create table recusals (
  id integer primary key,
  member_id integer not null references jury_members (id),
  application_id integer not null references applications (id),
  kind text not null check (kind in ('exclusion', 'disclosure')),
  ground text not null check (ground in ('kin', 'member_or_founder', 'employment', 'own_benefit', 'acquaintance', 'other')),
  note text not null default '',
  declared_at text not null,
  unique (member_id, application_id)
) strict;
create index recusals_of_application on recusals (application_id, kind);

create trigger jury_declarations_signed before update on jury_declarations begin select raise(abort, 'declaration_signed'); end;
create trigger jury_declarations_no_delete before delete on jury_declarations begin select raise(abort, 'declaration_signed'); end;
create trigger recusals_exclusion_stays before update on recusals when old.kind = 'exclusion' begin select raise(abort, 'exclusion_stays'); end;
create trigger recusals_no_delete before delete on recusals begin select raise(abort, 'exclusion_stays'); end;

create table applications (
  id integer primary key,
  call_id integer not null references calls (id),
  number integer,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'accepted', 'rejected', 'withdrawn')),
  title text not null default '',
  form_text_id integer not null references call_texts (id),
  privacy_text_id integer not null references call_texts (id),
  current_version_id integer references application_versions (id),
  requested_grosze integer not null default 0 check (requested_grosze >= 0),
  created_at text not null,
  submitted_at text,
  revision integer not null default 1,
  unique (call_id, number),
  check (state = 'draft' or (number is not null and submitted_at is not null and current_version_id is not null))
) strict;

create table application_members (
  application_id integer not null references applications (id),
  person_id integer not null references people (id),
  role text not null check (role in ('leader', 'co_author')),
  primary key (application_id, person_id)
) strict, without rowid;
create index application_members_of_person on application_members (person_id);

create table applicants (
  application_id integer primary key references applications (id),
  kind text not null default '' check (kind in ('', 'person', 'informal_group', 'organisation', 'school_or_parish', 'minor')),
  name text not null default '',
  leader_name text not null default '',
  email text not null default '',
  phone text not null default '',
  street text not null default '',
  postal_code text not null default '',
  city text not null default '',
  register_number text not null default '',
  group_members text not null default '',
  guardian_name text not null default ''
) strict;

create table answers (
  application_id integer not null references applications (id),
  question text not null,
  content text not null,
  primary key (application_id, question)
) strict, without rowid;

-- What was typed is kept as typed beside what was understood of it, so that nothing is lost to a typing slip.
create table schedule_items (
  id integer primary key,
  application_id integer not null references applications (id),
  position integer not null,
  activity text not null,
  starts_text text not null,
  ends_text text not null,
  starts_on text,
  ends_on text,
  place text not null
) strict;
create index schedule_items_of_application on schedule_items (application_id, position);

create table cost_lines (
  id integer primary key,
  application_id integer not null references applications (id),
  position integer not null,
  name text not null,
  category_id integer references cost_categories (id),
  quantity_text text not null,
  unit text not null,
  price_text text not null,
  quantity_thousandths integer,
  price_grosze integer,
  value_grosze integer
) strict;
create index cost_lines_of_application on cost_lines (application_id, position);

create table application_consents (
  application_id integer not null references applications (id),
  code text not null,
  given_at text not null,
  primary key (application_id, code)
) strict, without rowid;

-- When a section of a draft was last saved and by whom: two editors meet in a section, not over the whole application.
create table draft_sections (
  application_id integer not null references applications (id),
  section text not null,
  revision integer not null,
  saved_at text not null,
  saved_by integer not null references people (id),
  -- The opened page that saved: what it saved by itself is no stranger's change to the same page's button.
  page text not null,
  primary key (application_id, section)
) strict, without rowid;

create table attachments (
  id integer primary key,
  application_id integer not null references applications (id),
  file_id integer not null unique references files (id),
  label text not null,
  added_at text not null,
  removed_at text
) strict;
create index attachments_of_application on attachments (application_id, id);

-- What was submitted: canonical JSON and its fingerprint. The content may be erased (RODO); fact and fingerprint stay.
create table application_versions (
  id integer primary key,
  application_id integer not null references applications (id),
  number integer not null,
  content text check (content is null or json_valid(content)),
  fingerprint text not null,
  requested_grosze integer not null,
  submitted_at text not null,
  submitted_by integer not null references people (id),
  unique (application_id, number)
) strict;
create trigger application_versions_frozen before update on application_versions
when new.content is not null or new.fingerprint <> old.fingerprint or new.application_id <> old.application_id or new.number <> old.number
  or new.requested_grosze <> old.requested_grosze or new.submitted_at <> old.submitted_at or new.submitted_by <> old.submitted_by
begin select raise(abort, 'submission_frozen'); end;
create trigger application_versions_no_delete before delete on application_versions begin select raise(abort, 'submission_frozen'); end;

-- More doors than entering: a person confirms what a librarian keyed in, an invited co-author accepts. Rebuilt for the CHECK alone.
create table sign_in_links_rebuilt (
  id integer primary key,
  person_id integer references people (id),
  email text not null,
  purpose text not null check (purpose in ('sign_in', 'confirm_address', 'first_administrator', 'confirm_submission', 'member_invitation')),
  salt text not null,
  device_hash text,
  code_attempts integer not null default 0,
  next_path text not null default '/',
  created_at text not null,
  expires_at text not null,
  used_at text
) strict;
insert into sign_in_links_rebuilt
  select id, person_id, email, purpose, salt, device_hash, code_attempts, next_path, created_at, expires_at, used_at from sign_in_links;
drop table sign_in_links;
alter table sign_in_links_rebuilt rename to sign_in_links;
create index sign_in_links_of_address on sign_in_links (email, id);
create index sign_in_links_of_device on sign_in_links (device_hash, id);
create index sign_in_links_of_nobody on sign_in_links (created_at) where person_id is null;

-- A draft that staff key in for a person: from paper, or written together at the desk. Nothing takes this back.
create table assisted_applications (
  application_id integer primary key references applications (id),
  lane text not null check (lane in ('paper', 'together')),
  started_at text not null,
  started_by integer not null references people (id)
) strict;
create trigger assisted_applications_no_update before update on assisted_applications begin select raise(abort, 'assistance_is_history'); end;
create trigger assisted_applications_no_delete before delete on assisted_applications begin select raise(abort, 'assistance_is_history'); end;

-- When the paper came (wpływ): what the deadline is judged by. Corrected by a further row; the newest holds.
create table paper_arrivals (
  id integer primary key,
  application_id integer not null references assisted_applications (application_id),
  arrived_at text not null,
  way text not null check (way in ('hand', 'post')),
  -- Of the register of letters, where the library keeps one.
  journal_number text not null default '',
  -- Why it is keyed in after the deadline; empty while the deadline has not passed.
  late_reason text not null default '',
  recorded_at text not null,
  recorded_by integer not null references people (id),
  check (arrived_at <= recorded_at)
) strict;
create index paper_arrivals_of_application on paper_arrivals (application_id, id);
create trigger paper_arrivals_no_update before update on paper_arrivals begin select raise(abort, 'assistance_is_history'); end;
create trigger paper_arrivals_no_delete before delete on paper_arrivals begin select raise(abort, 'assistance_is_history'); end;

-- The person's own word that it may be sent: a signature (its scan is a file of the row), a code told at the desk, or a link opened alone. A
-- signature on the paper form speaks for whatever is keyed in from it; every other one for one revision of the draft.
create table submission_confirmations (
  id integer primary key,
  application_id integer not null references assisted_applications (application_id),
  way text not null check (way in ('paper_form', 'printout', 'code', 'link')),
  revision integer not null,
  signed_on text check (signed_on glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  file_id integer unique references files (id),
  recorded_at text not null,
  recorded_by integer not null references people (id),
  check ((way in ('paper_form', 'printout')) = (file_id is not null)),
  check ((file_id is null) = (signed_on is null))
) strict;
create index submission_confirmations_of_application on submission_confirmations (application_id, id);
create trigger submission_confirmations_no_update before update on submission_confirmations begin select raise(abort, 'confirmation_stays'); end;
create trigger submission_confirmations_no_delete before delete on submission_confirmations begin select raise(abort, 'confirmation_stays'); end;

-- Which draft, and which revision of it, a door asks about.
create table submission_requests (
  link_id integer primary key references sign_in_links (id),
  application_id integer not null references assisted_applications (application_id),
  revision integer not null
) strict;
create index submission_requests_of_application on submission_requests (application_id, link_id);

-- What a co-author may do; the leader may everything.
alter table application_members add column may text not null default 'submit' check (may in ('read', 'edit', 'submit'));

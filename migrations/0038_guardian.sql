-- A door for a guardian's word. Rebuilt for the CHECK alone.
create table sign_in_links_rebuilt (
  id integer primary key,
  person_id integer references people (id),
  email text not null,
  purpose text not null check (purpose in ('sign_in', 'confirm_address', 'first_administrator', 'confirm_submission', 'member_invitation', 'guardian_consent')),
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

-- By when the guardian of a minor has to consent: before the application is sent, or before its agreement.
alter table calls add column guardian_consent text not null default 'agreement' check (guardian_consent in ('submission', 'agreement'));
create trigger calls_guardian_consent_announced before update of guardian_consent on calls
when old.state <> 'draft' and new.guardian_consent <> old.guardian_consent begin select raise(abort, 'call_announced'); end;

-- Whom a door asks, and about what: the names as they stood when the letter was written.
create table guardian_requests (
  link_id integer primary key references sign_in_links (id),
  application_id integer not null references applications (id),
  guardian_name text not null check (length(guardian_name) > 0),
  child_name text not null check (length(child_name) > 0),
  asked_at text not null,
  asked_by integer not null references people (id)
) strict;
create index guardian_requests_of_application on guardian_requests (application_id, link_id);

-- What a guardian said, each time anew; the newest word counts, and only for the names it was said with. By a link (then nobody of ours recorded
-- it), on a signed sheet whose scan is a file of the row, or at the library's desk. An end is written down there, with its reason.
create table guardian_consents (
  id integer primary key,
  application_id integer not null references applications (id),
  word text not null check (word in ('given', 'refused', 'ended')),
  way text not null check (way in ('link', 'scan', 'desk')),
  guardian_name text not null,
  child_name text not null,
  link_id integer unique references sign_in_links (id),
  signed_on text check (signed_on glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  file_id integer unique references files (id),
  -- The text that was on the screen, filled, as canonical JSON, and its SHA-256; of a scan the file says it.
  content text check (json_valid(content)),
  fingerprint text,
  reason text not null default '',
  recorded_at text not null,
  recorded_by integer references people (id),
  check ((way = 'link') = (link_id is not null)),
  check ((way = 'link') = (recorded_by is null)),
  check ((word = 'given' and way <> 'scan') = (fingerprint is not null)),
  check ((word = 'given' and way <> 'link') = (signed_on is not null)),
  check (way <> 'scan' or (word = 'given' and file_id is not null)),
  check (word <> 'refused' or way = 'link'),
  check (word <> 'ended' or way = 'desk'),
  check (content is null or fingerprint is not null)
) strict;
create index guardian_consents_of_application on guardian_consents (application_id, id);
-- Names, words and reasons may be emptied when a record is erased; nothing else ever changes.
create trigger guardian_consents_as_said before update on guardian_consents
when new.id <> old.id or new.application_id <> old.application_id or new.word <> old.word or new.way <> old.way or new.link_id is not old.link_id
  or new.signed_on is not old.signed_on or new.file_id is not old.file_id or new.fingerprint is not old.fingerprint
  or new.recorded_at <> old.recorded_at or new.recorded_by is not old.recorded_by
  or (new.guardian_name <> old.guardian_name and new.guardian_name <> '') or (new.child_name <> old.child_name and new.child_name <> '')
  or (new.content is not old.content and new.content is not null) or (new.reason <> old.reason and new.reason <> '')
begin select raise(abort, 'guardian_said'); end;
create trigger guardian_consents_no_delete before delete on guardian_consents begin select raise(abort, 'guardian_said'); end;

-- Who was asked to write along: an address and a right, until somebody accepts or the leader takes it back.
create table member_invitations (
  id integer primary key,
  application_id integer not null references applications (id),
  email text not null,
  may text not null check (may in ('read', 'edit', 'submit')),
  link_id integer not null unique references sign_in_links (id),
  invited_at text not null,
  invited_by integer not null references people (id),
  accepted_at text,
  accepted_by integer references people (id),
  cancelled_at text,
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or cancelled_at is null)
) strict;
create index member_invitations_of_application on member_invitations (application_id, id);
create trigger member_invitations_over before update on member_invitations
when old.accepted_at is not null or old.cancelled_at is not null or new.application_id <> old.application_id or new.email <> old.email
  or new.may <> old.may or new.link_id <> old.link_id or new.invited_at <> old.invited_at or new.invited_by <> old.invited_by
begin select raise(abort, 'invitation_is_over'); end;

-- By when the guardian of a leader under age must have consented.
alter table calls add column guardian_consent_by text not null default 'agreement' check (guardian_consent_by in ('submission', 'agreement'));

-- Whom the consent was asked of; the newest request counts.
create table guardian_requests (
  link_id integer primary key references sign_in_links (id),
  application_id integer not null references applications (id),
  guardian_name text not null,
  asked_at text not null,
  asked_by integer not null references people (id)
) strict;
create index guardian_requests_of_application on guardian_requests (application_id, link_id);

-- The consent with the very words it was given to. By link it has no recorder; a scan is a file of the row; at the desk whoever saw it is named.
create table guardian_consents (
  id integer primary key,
  application_id integer not null references applications (id),
  way text not null check (way in ('link', 'scan', 'desk')),
  guardian_name text not null,
  words text not null,
  given_on text not null check (given_on glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  file_id integer unique references files (id),
  recorded_at text not null,
  recorded_by integer references people (id),
  check ((way = 'link') = (recorded_by is null)),
  check ((way = 'scan') = (file_id is not null))
) strict;
create index guardian_consents_of_application on guardian_consents (application_id, id);
create trigger guardian_consents_no_update before update on guardian_consents begin select raise(abort, 'consent_stays'); end;
create trigger guardian_consents_no_delete before delete on guardian_consents begin select raise(abort, 'consent_stays'); end;

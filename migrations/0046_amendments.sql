-- A change of what was submitted is written in a copy, a draft of its own, and takes the place of the submitted text only when it is sent. Until then, and
-- where it is set aside, the version submitted last stands.
create table amendments (
  -- The copy.
  application_id integer primary key references applications (id),
  amends_id integer not null references applications (id),
  base_version_id integer not null references application_versions (id),
  opened_at text not null,
  opened_by integer not null references people (id),
  closed_at text,
  sent_version_id integer unique references application_versions (id),
  check (application_id <> amends_id),
  check (sent_version_id is null or closed_at is not null)
) strict;
create unique index amendments_open on amendments (amends_id) where closed_at is null;

create trigger amendments_close_once before update on amendments
when old.closed_at is not null or new.closed_at is null or new.application_id <> old.application_id or new.amends_id <> old.amends_id
  or new.base_version_id <> old.base_version_id or new.opened_at <> old.opened_at or new.opened_by <> old.opened_by
begin select raise(abort, 'amendment_over'); end;
create trigger amendments_no_delete before delete on amendments begin select raise(abort, 'amendment_over'); end;

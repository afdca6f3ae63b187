-- The letters about a change of announced rules, known by the publication that announced it: written to so many people, or found not to be needed.
create table rules_notices (
  publication_id integer primary key references call_publications (id),
  letters integer not null check (letters >= 0),
  decided_at text not null,
  decided_by integer not null references people (id)
) strict;
create trigger rules_notices_no_update before update on rules_notices begin select raise(abort, 'notice_sent'); end;
create trigger rules_notices_no_delete before delete on rules_notices begin select raise(abort, 'notice_sent'); end;

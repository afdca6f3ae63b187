-- The library asks for corrections of named sections until a moment. They are written in a copy that changes these sections alone (an amendment with its
-- request) and become the next version of the application; unanswered until the moment, the request lapses by itself.
create table correction_requests (
  id integer primary key,
  application_id integer not null references applications (id),
  -- What the library had read when it asked.
  version_id integer not null references application_versions (id),
  until_at text not null,
  asked_at text not null,
  asked_by integer not null references people (id),
  taken_back_at text,
  taken_back_by integer references people (id),
  check (until_at > asked_at),
  check ((taken_back_at is null) = (taken_back_by is null))
) strict;
create index correction_requests_application on correction_requests (application_id);

create table correction_points (
  request_id integer not null references correction_requests (id),
  section text not null check (section <> ''),
  missing text not null check (missing <> ''),
  primary key (request_id, section)
) strict, without rowid;

alter table amendments add column correction_id integer references correction_requests (id);
create unique index amendments_answer_once on amendments (correction_id) where sent_version_id is not null;

drop trigger amendments_close_once;
create trigger amendments_close_once before update on amendments
when old.closed_at is not null or new.closed_at is null or new.application_id <> old.application_id or new.amends_id <> old.amends_id
  or new.base_version_id <> old.base_version_id or new.opened_at <> old.opened_at or new.opened_by <> old.opened_by
  or new.correction_id is not old.correction_id
begin select raise(abort, 'amendment_over'); end;
create trigger amendments_of_their_request before insert on amendments
when new.correction_id is not null and new.amends_id is not (select application_id from correction_requests where id = new.correction_id)
begin select raise(abort, 'correction_of_another'); end;

create trigger correction_requests_one_open before insert on correction_requests
when exists (select 1 from correction_requests r where r.application_id = new.application_id and r.taken_back_at is null and r.until_at > new.asked_at
  and not exists (select 1 from amendments m where m.correction_id = r.id and m.sent_version_id is not null))
begin select raise(abort, 'correction_open'); end;
create trigger correction_requests_as_asked before update on correction_requests
when old.taken_back_at is not null or new.taken_back_at is null or new.id <> old.id or new.application_id <> old.application_id
  or new.version_id <> old.version_id or new.until_at <> old.until_at or new.asked_at <> old.asked_at or new.asked_by <> old.asked_by
begin select raise(abort, 'correction_asked'); end;
create trigger correction_requests_no_delete before delete on correction_requests begin select raise(abort, 'correction_asked'); end;
create trigger correction_points_as_asked before update on correction_points
when (select a.call_id from correction_requests r join applications a on a.id = r.application_id where r.id = old.request_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'correction_asked'); end;
create trigger correction_points_no_delete before delete on correction_points begin select raise(abort, 'correction_asked'); end;

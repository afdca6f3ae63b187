-- One person may submit after the deadline, until a moment, for a written reason. Given once; it may be withdrawn, never rewritten.
create table late_links (
  id integer primary key,
  call_id integer not null references calls (id),
  person_id integer not null references people (id),
  until_at text not null,
  reason text not null check (length(reason) > 0),
  given_at text not null,
  given_by integer not null references people (id),
  withdrawn_at text,
  withdrawn_by integer references people (id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
) strict;
create index late_links_of_person on late_links (person_id, call_id);
create trigger late_links_as_given before update on late_links
  when new.call_id is not old.call_id or new.person_id is not old.person_id or new.until_at is not old.until_at or new.reason is not old.reason
    or new.given_at is not old.given_at or new.given_by is not old.given_by or old.withdrawn_at is not null
  begin select raise(abort, 'late_link_given'); end;
create trigger late_links_no_delete before delete on late_links begin select raise(abort, 'late_link_given'); end;

-- Under which late link an application came in after the deadline.
create table late_submissions (
  application_id integer primary key references applications (id),
  late_link_id integer not null references late_links (id),
  submitted_at text not null
) strict, without rowid;

-- The letters about a changed date: written to so many people, or found not to be needed.
create table date_notices (
  change_id integer primary key references timetable_changes (id),
  letters integer not null check (letters >= 0),
  decided_at text not null,
  decided_by integer not null references people (id)
) strict;
create trigger date_notices_no_update before update on date_notices begin select raise(abort, 'notice_sent'); end;
create trigger date_notices_no_delete before delete on date_notices begin select raise(abort, 'notice_sent'); end;

-- The jury's meeting held with the system: one for a call, open until it adopts the ranking. `agenda`: the order its applications stand in;
-- `on_screen`: a projector shows the current one. A jury that met without a screen has no row here and adopts its ranking in one form.
create table meetings (
  id integer primary key,
  call_id integer not null unique references calls (id),
  place text not null,
  agenda text not null check (agenda in ('ranking', 'filing')),
  on_screen integer not null default 0 check (on_screen in (0, 1)),
  opened_at text not null,
  opened_by integer not null references people (id),
  current_application_id integer references applications (id),
  closed_at text,
  ranking_id integer unique references rankings (id),
  revision integer not null default 1,
  check ((closed_at is null) = (ranking_id is null)),
  check (closed_at is null or current_application_id is null)
) strict;

-- Who was in the room and from when to when; who went out and came back has a row for each time.
create table meeting_attendance (
  id integer primary key,
  meeting_id integer not null references meetings (id),
  member_id integer not null references jury_members (id),
  came_at text not null,
  left_at text check (left_at >= came_at)
) strict;
create unique index meeting_attendance_inside on meeting_attendance (meeting_id, member_id) where left_at is null;

-- What the meeting settled about an application. `amount_grosze`: set by the jury, else what is requested; `for_group`: a condition or reason in
-- words to the group; `stepped_out`: ids of the excluded members who left the room while it was talked about.
create table meeting_items (
  meeting_id integer not null references meetings (id),
  application_id integer not null references applications (id),
  position integer not null check (position > 0),
  discussed_at text,
  note text not null default '',
  amount_grosze integer check (amount_grosze > 0),
  for_group text not null default '',
  stepped_out text not null default '[]' check (json_valid(stepped_out)),
  revision integer not null default 1,
  primary key (meeting_id, application_id),
  unique (meeting_id, position)
) strict, without rowid;

create trigger meetings_closed before update on meetings
when old.closed_at is not null and old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'meeting_closed'); end;
create trigger meetings_no_delete before delete on meetings when old.closed_at is not null begin select raise(abort, 'meeting_closed'); end;
create trigger meeting_items_closed before update on meeting_items
when exists (select 1 from meetings m where m.id = old.meeting_id and m.closed_at is not null and m.call_id not in (select id from closed_rehearsals))
begin select raise(abort, 'meeting_closed'); end;
create trigger meeting_items_no_delete before delete on meeting_items
when (select closed_at from meetings where id = old.meeting_id) is not null begin select raise(abort, 'meeting_closed'); end;
create trigger meeting_items_closed_insert before insert on meeting_items
when (select closed_at from meetings where id = new.meeting_id) is not null begin select raise(abort, 'meeting_closed'); end;
create trigger meeting_attendance_closed before update on meeting_attendance
when (select closed_at from meetings where id = old.meeting_id) is not null begin select raise(abort, 'meeting_closed'); end;
create trigger meeting_attendance_closed_insert before insert on meeting_attendance
when (select closed_at from meetings where id = new.meeting_id) is not null begin select raise(abort, 'meeting_closed'); end;
create trigger meeting_attendance_no_delete before delete on meeting_attendance
when (select closed_at from meetings where id = old.meeting_id) is not null begin select raise(abort, 'meeting_closed'); end;

-- The scan of the minutes as signed. Append-only: a better scan is a further row, the newest counts.
create table signed_minutes (
  id integer primary key,
  ranking_id integer not null references rankings (id),
  signed_on text not null,
  file_id integer not null references files (id),
  stored_at text not null,
  stored_by integer not null references people (id)
) strict;
create trigger signed_minutes_stay before update on signed_minutes begin select raise(abort, 'signed_minutes_stay'); end;
create trigger signed_minutes_no_delete before delete on signed_minutes begin select raise(abort, 'signed_minutes_stay'); end;

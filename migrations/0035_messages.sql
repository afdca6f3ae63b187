-- What a group and the library write to each other about one application. Sent is sent: the words may be erased (RODO), never changed.
create table application_messages (
  id integer primary key,
  application_id integer not null references applications (id),
  side text not null check (side in ('group', 'library')),
  author_id integer not null references people (id),
  body text not null,
  sent_at text not null
) strict;
create index application_messages_of_application on application_messages (application_id, id);
create trigger application_messages_erase_only before update on application_messages
when new.body <> '' or new.id <> old.id or new.application_id <> old.application_id or new.side <> old.side or new.author_id <> old.author_id
  or new.sent_at <> old.sent_at
begin select raise(abort, 'message_is_sent'); end;
create trigger application_messages_no_delete before delete on application_messages begin select raise(abort, 'message_is_sent'); end;

-- How far each side has read; a side reads as one.
create table message_readings (
  application_id integer not null references applications (id),
  side text not null check (side in ('group', 'library')),
  last_message_id integer not null references application_messages (id),
  read_at text not null,
  read_by integer not null references people (id),
  primary key (application_id, side)
) strict, without rowid;

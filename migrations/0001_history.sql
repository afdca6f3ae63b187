-- Append-only history, chained by hash. Ids, codes and amounts only; the texts stand apart and may be erased (RODO) without breaking the chain.
create table events (
  id integer primary key,
  at text not null,
  actor_kind text not null check (actor_kind in ('visitor', 'person', 'system')),
  actor_person_id integer,
  what text not null,
  subject_kind text not null,
  subject_id integer not null,
  call_id integer,
  from_state text,
  to_state text,
  facts text not null default '{}' check (json_valid(facts)),
  text_hash text,
  previous_hash text not null,
  hash text not null unique
) strict;
create index events_of_subject on events (subject_kind, subject_id, id);
create index events_of_person on events (actor_person_id, id);

create table event_texts (
  event_id integer primary key references events (id),
  salt text not null,
  content text
) strict;

create trigger events_no_update before update on events begin select raise(abort, 'history_is_append_only'); end;
create trigger events_no_delete before delete on events begin select raise(abort, 'history_is_append_only'); end;
create trigger event_texts_erase_only before update on event_texts
when new.content is not null or new.event_id <> old.event_id or new.salt <> old.salt
begin select raise(abort, 'history_is_append_only'); end;
create trigger event_texts_no_delete before delete on event_texts begin select raise(abort, 'history_is_append_only'); end;

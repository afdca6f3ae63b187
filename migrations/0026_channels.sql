-- By which way a letter goes. One that opens a door goes by e-mail alone. Outside e-mail, `waiting` is on the list of what is to be handed over,
-- `sent` once somebody wrote down that it was.
alter table letters add column channel text not null default 'email' check (channel in ('email', 'print', 'phone', 'e_delivery'));
create index letters_to_hand_over on letters (id) where channel <> 'email' and state = 'waiting';
create trigger letters_doors_by_email before update of channel, link_id on letters when new.link_id is not null and new.channel <> 'email' begin
  select raise(abort, 'letters_doors_by_email');
end;
create trigger letters_doors_born_by_email before insert on letters when new.link_id is not null and new.channel <> 'email' begin
  select raise(abort, 'letters_doors_by_email');
end;

-- The date a letter is about, as its calendar file says it; worked out when the letter is written.
alter table letters add column event text check (event is null or json_valid(event));
create trigger letters_event_stays before update of event on letters when old.event is not new.event begin
  select raise(abort, 'letters_event_stays');
end;

-- A version of a text may start later; until then it may be called back.
alter table letter_texts add column called_back_at text;
drop trigger letter_texts_no_update;
create trigger letter_texts_no_update before update on letter_texts
when old.called_back_at is not null or new.called_back_at is null or new.called_back_at >= old.in_force_from or new.id <> old.id or new.kind <> old.kind
  or new.number <> old.number or new.subject <> old.subject or new.body <> old.body or new.note <> old.note
  or new.in_force_from <> old.in_force_from or new.created_by is not old.created_by or new.created_at <> old.created_at
begin
  select raise(abort, 'letter_texts_are_frozen');
end;

-- How to write to a person, where staff know better than the application said. Without a row or a channel: e-mail if there is an address, else print.
create table contacts (
  person_id integer primary key references people (id),
  channel text check (channel in ('email', 'print', 'phone', 'e_delivery')),
  street text not null default '',
  postal_code text not null default '',
  city text not null default '',
  e_delivery text not null default '',
  updated_at text not null,
  version integer not null default 1
) strict;

-- A letter handed over outside e-mail, or told once more: who did it, when, to whom, under which number. The proof is a file of the dispatch. A row is
-- corrected by a further one; what it says of a person may be erased, nothing else of it changes.
create table dispatches (
  id integer primary key,
  letter_id integer not null references letters (id),
  way text not null check (way in ('post', 'hand', 'phone', 'e_delivery')),
  done_on text not null check (done_on glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  done_at text,
  -- Known at once of what is handed over or told; of post and e-delivery once the confirmation is here.
  delivered_on text check (delivered_on glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  done_by text not null,
  with_whom text not null default '',
  to_address text not null default '',
  number text not null default '',
  note text not null default '',
  corrects_id integer unique references dispatches (id),
  is_void integer not null default 0 check (is_void in (0, 1)),
  reason text not null default '',
  recorded_at text not null,
  recorded_by integer not null references people (id),
  check ((way = 'phone') = (done_at is not null)),
  check (way not in ('hand', 'phone') or delivered_on = done_on),
  check ((corrects_id is null) = (reason = '')),
  check (is_void = 0 or corrects_id is not null)
) strict;
create index dispatches_of_letter on dispatches (letter_id, id);
create trigger dispatches_erase_only before update on dispatches
when new.id <> old.id or new.letter_id <> old.letter_id or new.way <> old.way or new.done_on <> old.done_on or new.done_at is not old.done_at
  or new.delivered_on is not old.delivered_on or new.number <> old.number or new.corrects_id is not old.corrects_id or new.is_void <> old.is_void or new.recorded_at <> old.recorded_at
  or new.recorded_by <> old.recorded_by or new.reason <> old.reason
  or new.done_by not in (old.done_by, '') or new.with_whom not in (old.with_whom, '') or new.to_address not in (old.to_address, '')
  or new.note not in (old.note, '')
begin
  select raise(abort, 'dispatches_are_frozen');
end;
create trigger dispatches_no_delete before delete on dispatches begin
  select raise(abort, 'dispatches_are_frozen');
end;
create trigger dispatches_of_no_door before insert on dispatches
when exists (select 1 from letters l where l.id = new.letter_id and l.link_id is not null) begin
  select raise(abort, 'dispatches_of_no_door');
end;
create trigger dispatches_correct_their_own before insert on dispatches
when new.corrects_id is not null and not exists (
  select 1 from dispatches d where d.id = new.corrects_id and d.letter_id = new.letter_id and d.is_void = 0) begin
  select raise(abort, 'dispatches_correct_their_own');
end;

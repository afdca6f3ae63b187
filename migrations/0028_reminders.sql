-- What staff changed about a kind of reminder. A kind without a row here goes as its room proposes.
create table reminder_settings (
  kind text primary key,
  is_on integer not null check (is_on in (0, 1)),
  -- Days before (or after) the date it is about, a JSON list.
  days text not null check (json_valid(days)),
  updated_at text not null,
  version integer not null default 1
) strict, without rowid;

-- Everything that one person was reminded of on one day, in one letter.
create table reminders (
  id integer primary key,
  person_id integer not null references people (id),
  on_day text not null,
  created_at text not null,
  unique (person_id, on_day)
) strict;

-- One thing in it. `mark` is the date and the number of days it was due by: no thing is recalled twice for one mark.
create table reminder_items (
  id integer primary key,
  reminder_id integer not null references reminders (id),
  person_id integer not null references people (id),
  kind text not null,
  subject_kind text not null,
  subject_id integer not null,
  mark text not null,
  text_id integer references letter_texts (id),
  unique (kind, person_id, subject_kind, subject_id, mark)
) strict;
create index reminder_items_of_letter on reminder_items (reminder_id);

-- Who wants the daily summary, or does not; without a row: coordinators do.
create table summary_choices (
  person_id integer primary key references people (id),
  is_wanted integer not null check (is_wanted in (0, 1)),
  updated_at text not null
) strict;

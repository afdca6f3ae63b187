-- The outbox. A link that opens a door is never stored: the row holds its id, the sender derives the token.
create table letters (
  id integer primary key,
  kind text not null,
  unique_key text not null unique,
  to_person_id integer references people (id),
  to_name text not null,
  to_address text not null,
  subject text not null,
  body text not null,
  link_id integer references sign_in_links (id),
  subject_kind text not null,
  subject_id integer not null,
  message_id text not null unique,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  created_at text not null,
  sent_at text,
  last_error text
) strict;
create index letters_to_person on letters (to_person_id, id);
create index letters_of_subject on letters (subject_kind, subject_id, id);

create table letter_documents (
  letter_id integer not null references letters (id),
  document_id integer not null references documents (id),
  primary key (letter_id, document_id)
) strict, without rowid;

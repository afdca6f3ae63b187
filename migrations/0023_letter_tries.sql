-- Every try to hand a letter to the mail server, and what came of it. An address refused for good is known from its last try.
create table letter_tries (
  id integer primary key,
  letter_id integer not null references letters (id),
  outcome text not null check (outcome in ('taken', 'address', 'letter', 'busy', 'dropped', 'enclosure', 'unreachable', 'tls', 'sign_in', 'sender', 'link_over')),
  -- The server's own words, without what opens a door.
  said text,
  at text not null
) strict;
create index letter_tries_of_letter on letter_tries (letter_id, id);
create index letters_to_address on letters (to_address, id);

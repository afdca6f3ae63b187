create table sessions (
  id integer primary key,
  token_hash text not null unique,
  person_id integer not null references people (id),
  device text not null,
  created_at text not null,
  last_seen_at text not null,
  expires_at text not null,
  revoked_at text
) strict;
create index sessions_of_person on sessions (person_id, id);

-- Once-tokens: the same token and body lead to the same place, nothing twice; the same token with another body is refused.
create table form_posts (
  token_hash text primary key,
  body_hash text not null,
  location text,
  posted_at text not null
) strict, without rowid;
create index form_posts_by_age on form_posts (posted_at);

-- A POST that met a closed door (session over): kept until its sender has signed in again, and given back to nobody else.
create table kept_posts (
  token_hash text primary key,
  -- Whose session it was; null while nobody is known to have sent it.
  person_id integer references people (id),
  action text not null,
  body text not null check (json_valid(body)),
  kept_at text not null
) strict, without rowid;

-- A person without `email` is provisional: somebody writing an application who has not yet confirmed the address.
create table people (
  id integer primary key,
  name text not null default '',
  email text unique,
  pending_email text,
  phone text not null default '',
  confirmed_at text,
  merged_into_id integer references people (id),
  created_at text not null,
  closed_at text,
  version integer not null default 1,
  check ((email is null) = (confirmed_at is null))
) strict;
create index people_merged on people (merged_into_id) where merged_into_id is not null;
create index people_pending on people (pending_email) where pending_email is not null;

create table role_grants (
  id integer primary key,
  person_id integer not null references people (id),
  role text not null check (role in ('juror', 'coordinator', 'accountant', 'director', 'inspector', 'administrator')),
  call_id integer references calls (id),
  granted_at text not null,
  granted_by integer references people (id),
  revoked_at text,
  revoked_by integer references people (id)
) strict;
create unique index role_grants_once on role_grants (person_id, role, coalesce(call_id, 0)) where revoked_at is null;

-- A door is derived from its row and the folder's secret: neither link nor code stands here. `person_id` is null for a link asked for an unknown
-- address, which opens nothing, and for the first administrator's.
create table sign_in_links (
  id integer primary key,
  person_id integer references people (id),
  email text not null,
  purpose text not null check (purpose in ('sign_in', 'confirm_address', 'first_administrator')),
  salt text not null,
  device_hash text,
  code_attempts integer not null default 0,
  next_path text not null default '/',
  created_at text not null,
  expires_at text not null,
  used_at text
) strict;
create index sign_in_links_of_address on sign_in_links (email, id);
create index sign_in_links_of_device on sign_in_links (device_hash, id);
create index sign_in_links_of_nobody on sign_in_links (created_at) where person_id is null;

-- Who asked for a letter, by keyed hash of an address or a network; forgotten after an hour.
create table sign_in_attempts (
  id integer primary key,
  key_hash text not null,
  at text not null
) strict;
create index sign_in_attempts_of_key on sign_in_attempts (key_hash, at);
create index sign_in_attempts_by_age on sign_in_attempts (at);

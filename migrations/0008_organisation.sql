-- One data folder is one organisation.
create table organisations (
  id integer primary key check (id = 1),
  name text not null,
  genitive_name text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  locative_city text not null,
  area text not null,
  phone text not null,
  email text not null,
  nip text not null default '',
  regon text not null default '',
  director_name text not null default '',
  director_title text not null default '',
  contact_name text not null default '',
  contact_hours text not null default '',
  privacy_officer text not null default '',
  privacy_officer_email text not null default '',
  -- For the accessibility declaration: what the building and staff offer, what a visitor still cannot use, when all this was last looked through.
  building_access text not null default '',
  communication_access text not null default '',
  known_barriers text not null default '',
  accessibility_reviewed_on text,
  created_at text not null,
  updated_at text not null,
  version integer not null default 1
) strict;

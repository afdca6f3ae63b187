-- A call's form while it is being changed; what is published is a version in call_texts. One working copy for a call.
create table form_drafts (
  call_id integer primary key references calls (id),
  content text not null check (json_valid(content)),
  -- The version it was begun from.
  base_text_id integer not null references call_texts (id),
  revision integer not null default 1 check (revision >= 1),
  saved_at text not null,
  saved_by integer not null references people (id)
) strict;

-- A blob is content, named by its SHA-256; a file is one person's upload or one generated document pointing at a blob.
create table blobs (
  sha256 text primary key check (length(sha256) = 64),
  size integer not null check (size > 0),
  stored_at text not null
) strict;

create table files (
  id integer primary key,
  sha256 text not null references blobs (sha256),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  subject_kind text not null,
  subject_id integer not null,
  stored_at text not null,
  stored_by integer references people (id)
) strict;
create index files_of_subject on files (subject_kind, subject_id, id);
create index files_of_blob on files (sha256);

-- The register of generated documents. The bytes stand in files; `data_fingerprint` tells whether the data has changed since.
create table documents (
  id integer primary key,
  kind text not null,
  subject_kind text not null,
  subject_id integer not null,
  title text not null,
  state text not null default 'queued' check (state in ('queued', 'made', 'failed')),
  is_final integer not null default 1 check (is_final in (0, 1)),
  data_fingerprint text,
  file_id integer references files (id),
  asked_at text not null,
  asked_by integer references people (id),
  made_at text,
  last_error text,
  check ((state = 'made') = (file_id is not null))
) strict;
create index documents_of_subject on documents (subject_kind, subject_id, id);

-- Whether jurors judge without learning who applies, until the ranking is adopted; off until a call asks for it.
alter table calls add column blind_review integer not null default 0 check (blind_review in (0, 1));

-- What staff said of an attachment before a jury that judges without names may have it: a PDF keeps what its program wrote into it, often an author, and a
-- picture may show who applies. One row a look; the newest counts, so that a mistake is taken back by another.
create table attachment_looks (
  id integer primary key,
  file_id integer not null references files (id),
  is_clear integer not null check (is_clear in (0, 1)),
  looked_at text not null,
  looked_by integer not null references people (id)
) strict;
create index attachment_looks_file on attachment_looks (file_id);
create trigger attachment_looks_frozen before update on attachment_looks begin select raise(abort, 'attachment_look_kept'); end;
create trigger attachment_looks_stay before delete on attachment_looks begin select raise(abort, 'attachment_look_kept'); end;

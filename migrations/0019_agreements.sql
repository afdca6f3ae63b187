create table agreements (
  id integer primary key,
  initiative_id integer not null unique references initiatives (id),
  number text not null unique,
  state text not null default 'draft' check (state in ('draft', 'confirmed', 'issued', 'signed')),
  content text check (content is null or json_valid(content)),
  fingerprint text,
  document_id integer references documents (id),
  confirmed_at text,
  confirmed_by integer references people (id),
  issued_at text,
  signed_on text,
  signed_file_id integer references files (id),
  signed_at text,
  created_at text not null,
  revision integer not null default 1,
  check (state not in ('issued', 'signed') or (content is not null and fingerprint is not null)),
  check ((state = 'signed') = (signed_on is not null and signed_file_id is not null))
) strict;
create trigger agreements_signed before update on agreements when old.state = 'signed' begin select raise(abort, 'agreement_signed'); end;
create trigger agreements_issued before update on agreements
when old.state = 'issued' and (new.content is not old.content or new.fingerprint is not old.fingerprint or new.number <> old.number)
begin select raise(abort, 'agreement_signed'); end;
create trigger agreements_no_delete before delete on agreements when old.state in ('issued', 'signed') begin select raise(abort, 'agreement_signed'); end;

-- Decisions are prepared one by one, approved as one act, published together.
create table decision_sets (
  id integer primary key,
  call_id integer not null unique references calls (id),
  ranking_id integer not null references rankings (id),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'approved', 'published')),
  proposed_at text,
  proposed_by integer references people (id),
  approved_at text,
  approved_by integer references people (id),
  returned_reason text not null default '',
  published_at text,
  revision integer not null default 1
) strict;

create table decisions (
  id integer primary key,
  set_id integer not null references decision_sets (id),
  application_id integer not null unique references applications (id),
  kind text not null check (kind in ('award', 'reserve', 'refusal')),
  amount_grosze integer check (amount_grosze > 0),
  reserve_place integer,
  reason text not null default '',
  check ((kind = 'award') = (amount_grosze is not null)),
  check ((kind = 'reserve') = (reserve_place is not null))
) strict;
create unique index decisions_reserve_place on decisions (set_id, reserve_place) where reserve_place is not null;

create table publications (
  id integer primary key,
  call_id integer not null references calls (id),
  set_id integer not null unique references decision_sets (id),
  published_at text not null,
  published_by integer not null references people (id),
  address text not null,
  content text not null check (json_valid(content))
) strict;
create trigger publications_frozen before update on publications begin select raise(abort, 'publication_frozen'); end;
create trigger publications_no_delete before delete on publications begin select raise(abort, 'publication_frozen'); end;
create trigger decisions_frozen before update on decisions
when (select state from decision_sets where id = old.set_id) in ('approved', 'published') begin select raise(abort, 'decision_frozen'); end;
create trigger decisions_no_delete before delete on decisions
when (select state from decision_sets where id = old.set_id) in ('approved', 'published') begin select raise(abort, 'decision_frozen'); end;
create trigger decision_sets_published before update on decision_sets
when old.state = 'published' begin select raise(abort, 'decision_frozen'); end;

-- Rules and privacy clauses written by staff. Why a version was published and by whom; null for those made with the call.
alter table call_texts add column reason text not null default '';
alter table call_texts add column created_by integer references people (id);

-- Every save of a text in writing, so that no word is lost. The newest row of a text is its working copy, unless it was published or put aside.
create table legal_drafts (
  id integer primary key,
  call_id integer not null references calls (id),
  kind text not null check (kind in ('rules', 'privacy')),
  revision integer not null check (revision >= 1),
  step text not null check (step in ('saved', 'published', 'put_aside')),
  content text not null,
  -- The published version it was begun from.
  base_text_id integer not null references call_texts (id),
  saved_at text not null,
  saved_by integer not null references people (id),
  unique (call_id, kind, revision)
) strict;
create trigger legal_drafts_no_update before update on legal_drafts begin select raise(abort, 'draft_kept'); end;
create trigger legal_drafts_no_delete before delete on legal_drafts begin select raise(abort, 'draft_kept'); end;

-- What the institution published on the pages of a call, each with a copy of how it read then. Results have a table of their own.
create table call_publications (
  id integer primary key,
  call_id integer not null references calls (id),
  what text not null check (what in ('draft_rules', 'consultation_summary', 'announcement', 'rules', 'privacy', 'terms', 'timetable')),
  text_id integer references call_texts (id),
  change_id integer references timetable_changes (id),
  -- The same on paper, made once; rules and announcements have one.
  document_id integer references documents (id),
  address text not null,
  content text not null check (json_valid(content)),
  published_at text not null,
  published_by integer references people (id),
  check ((what in ('draft_rules', 'rules', 'privacy')) = (text_id is not null)),
  check ((what = 'timetable') = (change_id is not null))
) strict;
create index call_publications_of_call on call_publications (call_id, id);
-- The paper is asked for right after the row, in the same transaction.
create trigger call_publications_frozen before update on call_publications
when old.document_id is not null or new.document_id is null or new.id <> old.id or new.call_id <> old.call_id or new.what <> old.what
  or new.text_id is not old.text_id or new.change_id is not old.change_id or new.address <> old.address or new.content <> old.content
  or new.published_at <> old.published_at or new.published_by is not old.published_by
begin select raise(abort, 'publication_frozen'); end;
create trigger call_publications_no_delete before delete on call_publications begin select raise(abort, 'publication_frozen'); end;

-- Where else it was published: typed by staff, corrected by a further row.
create table publication_places (
  id integer primary key,
  call_id integer not null references calls (id),
  publication_id integer references call_publications (id),
  results_id integer references publications (id),
  place text not null check (place in ('bip', 'website', 'social', 'notice_board', 'press', 'other')),
  address text not null check (length(address) > 0),
  placed_on text not null,
  note text not null default '',
  corrects_id integer unique references publication_places (id),
  is_withdrawn integer not null default 0 check (is_withdrawn in (0, 1)),
  noted_at text not null,
  noted_by integer not null references people (id),
  check ((publication_id is null) <> (results_id is null)),
  check (is_withdrawn = 0 or corrects_id is not null)
) strict;
create index publication_places_of_call on publication_places (call_id, id);
create trigger publication_places_no_update before update on publication_places begin select raise(abort, 'place_noted'); end;
create trigger publication_places_no_delete before delete on publication_places begin select raise(abort, 'place_noted'); end;
create trigger publication_places_same_call before insert on publication_places
when new.call_id <> coalesce((select call_id from call_publications where id = new.publication_id), (select call_id from publications where id = new.results_id))
  or (new.corrects_id is not null and new.call_id <> (select call_id from publication_places where id = new.corrects_id))
begin select raise(abort, 'place_of_another_call'); end;

-- Orders that the director signed: the secretariat's number and date, what they adopt, corrected by a further row. Scans are files of the row.
create table director_orders (
  id integer primary key,
  call_id integer not null references calls (id),
  concerns text not null check (concerns in ('rules', 'jury', 'timetable', 'other')),
  number text not null check (length(number) > 0),
  signed_on text not null,
  text_id integer references call_texts (id),
  change_id integer references timetable_changes (id),
  note text not null default '',
  is_public integer not null default 0 check (is_public in (0, 1)),
  corrects_id integer unique references director_orders (id),
  is_withdrawn integer not null default 0 check (is_withdrawn in (0, 1)),
  stored_at text not null,
  stored_by integer not null references people (id),
  check ((concerns = 'rules') = (text_id is not null)),
  check ((concerns = 'timetable') = (change_id is not null)),
  check (is_withdrawn = 0 or corrects_id is not null)
) strict;
create index director_orders_of_call on director_orders (call_id, id);
create trigger director_orders_no_update before update on director_orders begin select raise(abort, 'order_stored'); end;
create trigger director_orders_no_delete before delete on director_orders begin select raise(abort, 'order_stored'); end;
create trigger director_orders_same_call before insert on director_orders
when (new.text_id is not null and new.call_id <> (select call_id from call_texts where id = new.text_id))
  or (new.change_id is not null and new.call_id <> (select call_id from timetable_changes where id = new.change_id))
  or (new.corrects_id is not null and new.call_id <> (select call_id from director_orders where id = new.corrects_id))
begin select raise(abort, 'order_of_another_call'); end;

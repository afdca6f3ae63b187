-- An adopted ranking: the jury's order, computed from sent cards, frozen with the fingerprint of its inputs. `attendance` lists the ids of the
-- members present; `tie_note` says what parted a row from its equals: a criterion's code, the chair ('chair_decides'), or nothing.
create table rankings (
  id integer primary key,
  call_id integer not null unique references calls (id),
  inputs_fingerprint text not null,
  met_on text not null,
  met_at_place text not null,
  attendance text not null check (json_valid(attendance)),
  adopted_at text not null,
  adopted_by integer not null references people (id)
) strict;

create table ranking_rows (
  ranking_id integer not null references rankings (id),
  application_id integer not null references applications (id),
  place integer not null,
  mean_hundredths integer not null,
  cards integer not null,
  meets_threshold integer not null check (meets_threshold in (0, 1)),
  tie_note text not null default '',
  primary key (ranking_id, application_id),
  unique (ranking_id, place)
) strict, without rowid;
create trigger rankings_frozen before update on rankings begin select raise(abort, 'ranking_frozen'); end;
create trigger rankings_no_delete before delete on rankings begin select raise(abort, 'ranking_frozen'); end;
create trigger ranking_rows_frozen before update on ranking_rows begin select raise(abort, 'ranking_frozen'); end;
create trigger ranking_rows_no_delete before delete on ranking_rows begin select raise(abort, 'ranking_frozen'); end;

-- What came of a neutral question whether a juror and an application have something in common (a surname, a telephone, an address); asked by the
-- house, answered by the chair or the coordinator. Said once: who later declares a conflict declares it in `recusals`.
create table relation_answers (
  member_id integer not null references jury_members (id),
  application_id integer not null references applications (id),
  note text not null default '',
  answered_at text not null,
  answered_by integer not null references people (id),
  primary key (member_id, application_id)
) strict, without rowid;
create trigger relation_answers_no_delete before delete on relation_answers begin select raise(abort, 'relation_answered'); end;

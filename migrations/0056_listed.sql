-- Partners and needs are written on screen. What is taken off a list keeps its row: forms name needs by their ids (code n<id>), history names both.
alter table partners add column removed_at text;
alter table partners add column version integer not null default 1;
alter table diagnosis_needs add column removed_at text;
alter table diagnosis_needs add column version integer not null default 1;

create trigger partners_no_delete before delete on partners begin select raise(abort, 'listed_once'); end;
create trigger diagnosis_needs_no_delete before delete on diagnosis_needs begin select raise(abort, 'listed_once'); end;

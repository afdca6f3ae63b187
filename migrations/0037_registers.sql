-- In which register an organisation stands; its number stays as it was typed. What earlier drafts say of themselves is read from their number.
alter table applicants add column register_kind text not null default '' check (register_kind in ('', 'krs', 'kgw', 'starosta', 'church', 'other', 'none'));
update applicants set register_kind = case
  when register_number = '' then ''
  when register_number like '%KRS%' then 'krs'
  when register_number like '%KGW%' or register_number like '%gospody%' then 'kgw'
  when register_number like '%starost%' then 'starosta'
  else 'other' end;

-- Anybody who holds the fingerprint of what was submitted may ask of it.
create index application_versions_of_fingerprint on application_versions (fingerprint);

-- In which register an organisation stands; its number stays as it was typed. What earlier drafts say of themselves is read from their number.
alter table applicants add column register_kind text not null default '' check (register_kind in ('', 'krs', 'kgw', 'starosta', 'church', 'other', 'none'));
update applicants set register_kind = case
  when register_number = '' then ''
  when register_number like '%KRS%' then 'krs'
  when register_number like '%KGW%' or register_number like '%gospody%' then 'kgw'
  when register_number like '%starost%' then 'starosta'
  else 'other' end;

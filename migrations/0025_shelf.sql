-- A made document stays as it was made; what is final is made once, what is not is made again as a new row.
alter table documents add column page_count integer check (page_count > 0);

-- Until now every row was called final, also what was still to be made and what may be made again.
update documents set is_final = 0 where state <> 'made' or kind not in
  ('application', 'application_receipt', 'formal_card', 'jury_declaration', 'score_card', 'jury_minutes', 'agreement', 'settlement');
-- Fingerprints were taken with the moment of asking in them: of what may be made again, they would tell a change that is none.
update documents set data_fingerprint = null where is_final = 0;

create trigger documents_made_stay before update on documents when old.state = 'made' begin select raise(abort, 'document_made'); end;
create trigger documents_made_no_delete before delete on documents when old.state = 'made' begin select raise(abort, 'document_made'); end;

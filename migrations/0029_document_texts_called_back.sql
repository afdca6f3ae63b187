-- A version of a document's text that is to begin later may be called back until it does, as a letter's may.
alter table document_texts add column called_back_at text;
drop trigger document_texts_no_update;
create trigger document_texts_no_update before update on document_texts
when old.called_back_at is not null or new.called_back_at is null or new.called_back_at >= old.in_force_from or new.id <> old.id or new.kind <> old.kind
  or new.variant <> old.variant or new.number <> old.number or new.text <> old.text or new.note <> old.note
  or new.in_force_from <> old.in_force_from or new.created_by is not old.created_by or new.created_at <> old.created_at
begin
  select raise(abort, 'document_texts_are_frozen');
end;

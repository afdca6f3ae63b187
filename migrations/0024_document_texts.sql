-- What staff changed in the texts of documents. A variant of a kind without a row here is made from its default text, which stands in the code.
create table document_texts (
  id integer primary key,
  kind text not null,
  variant text not null,
  number integer not null check (number >= 1),
  text text not null check (trim(text) <> ''),
  note text not null default '',
  -- May lie in the future; of those that have begun, the highest number is in force.
  in_force_from text not null,
  created_by integer references people (id),
  created_at text not null,
  unique (kind, variant, number),
  check (in_force_from >= created_at)
) strict;

create trigger document_texts_no_update before update on document_texts begin
  select raise(abort, 'document_texts_are_frozen');
end;
create trigger document_texts_no_delete before delete on document_texts begin
  select raise(abort, 'document_texts_are_frozen');
end;
create trigger document_texts_in_order before insert on document_texts
when new.number <> 1 + (select coalesce(max(number), 0) from document_texts where kind = new.kind and variant = new.variant) begin
  select raise(abort, 'document_texts_in_order');
end;

-- The version a document was asked for with (null: the default text). A version that no longer fits when it is made gives way; afterwards it stays.
alter table documents add column text_id integer references document_texts (id);
create trigger documents_text_stays before update of text_id on documents
when old.text_id is not new.text_id and (old.state = 'made' or new.text_id is not null) begin
  select raise(abort, 'documents_text_stays');
end;

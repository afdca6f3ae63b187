-- What staff changed in the texts of letters. A kind without a row here is written from its default text, which stands in the code.
create table letter_texts (
  id integer primary key,
  kind text not null,
  number integer not null check (number >= 1),
  subject text not null check (trim(subject) <> ''),
  body text not null check (trim(body) <> ''),
  note text not null default '',
  in_force_from text not null,
  created_by integer references people (id),
  created_at text not null,
  unique (kind, number)
) strict;

create trigger letter_texts_no_update before update on letter_texts begin
  select raise(abort, 'letter_texts_are_frozen');
end;
create trigger letter_texts_no_delete before delete on letter_texts begin
  select raise(abort, 'letter_texts_are_frozen');
end;
create trigger letter_texts_in_order before insert on letter_texts
when new.number <> 1 + (select coalesce(max(number), 0) from letter_texts where kind = new.kind) begin
  select raise(abort, 'letter_texts_in_order');
end;

-- The version a letter was written from (null: the default text), and what was put into its fields, to try a new text on; that may be erased.
alter table letters add column text_id integer references letter_texts (id);
alter table letters add column fields text check (fields is null or json_valid(fields));
create index letters_of_kind on letters (kind, id);
create trigger letters_text_stays before update of kind, text_id, fields on letters
when old.kind <> new.kind or old.text_id is not new.text_id or (new.fields is not null and old.fields is not new.fields) begin
  select raise(abort, 'letters_text_stays');
end;

-- What every letter has: where an answer goes and what stands at the foot. Without a row: the sender's address and nothing.
create table letter_settings (
  id integer primary key check (id = 1),
  reply_to text not null,
  foot text not null,
  updated_at text not null,
  version integer not null default 1
) strict;

-- One letter text to many people. Who gets it and what it says is settled while it is a draft; the letters as they were seen are what goes.
create table mailings (
  id integer primary key,
  call_id integer not null references calls (id),
  state text not null default 'draft' check (state in ('draft', 'held', 'scheduled', 'sent', 'cancelled')),
  subject text not null default '',
  body text not null default '',
  -- Codes of the chosen sets, and people by hand as they were typed, one a line.
  sets text not null default '[]' check (json_valid(sets)),
  by_hand text not null default '',
  prepared_at text,
  scheduled_at text,
  approved_at text,
  approved_by integer references people (id),
  sent_at text,
  cancelled_at text,
  created_by integer not null references people (id),
  created_at text not null,
  revision integer not null default 1,
  check ((state = 'scheduled') <= (scheduled_at is not null)),
  check ((state = 'sent') <= (sent_at is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null))
) strict;
create index mailings_of_call on mailings (call_id, id);

-- One person of a mailing, with the finished letter, foot included.
create table mailing_recipients (
  id integer primary key,
  mailing_id integer not null references mailings (id),
  -- Two people with one address are one recipient.
  key text not null,
  person_id integer references people (id),
  name text not null,
  -- Null: reached another way than by e-mail.
  address text,
  sets text not null check (json_valid(sets)),
  fields text not null check (json_valid(fields)),
  subject text not null,
  body text not null,
  edited_at text,
  dropped_at text,
  dropped_reason text,
  unique (mailing_id, key),
  check ((dropped_at is null) = (dropped_reason is null))
) strict;

-- The records whose words stand in a letter: who may not see one of them does not see the letter.
create table mailing_sources (
  recipient_id integer not null references mailing_recipients (id) on delete cascade,
  subject_kind text not null,
  subject_id integer not null,
  primary key (recipient_id, subject_kind, subject_id)
) strict, without rowid;

create trigger mailings_no_delete before delete on mailings begin
  select raise(abort, 'mailings_stay');
end;
create trigger mailings_over before update on mailings
when old.state = 'cancelled' or (old.state = 'sent' and (new.state not in ('sent', 'cancelled') or new.subject <> old.subject or new.body <> old.body)) begin
  select raise(abort, 'mailings_over');
end;
create trigger mailing_recipients_frozen_insert before insert on mailing_recipients
when (select state from mailings where id = new.mailing_id) <> 'draft' begin
  select raise(abort, 'mailing_recipients_frozen');
end;
create trigger mailing_recipients_frozen_update before update on mailing_recipients
when (select state from mailings where id = old.mailing_id) <> 'draft' begin
  select raise(abort, 'mailing_recipients_frozen');
end;
create trigger mailing_recipients_frozen_delete before delete on mailing_recipients
when (select state from mailings where id = old.mailing_id) <> 'draft' begin
  select raise(abort, 'mailing_recipients_frozen');
end;

-- A letter called back before the mail server took it; it never left.
alter table letters add column stopped_at text;

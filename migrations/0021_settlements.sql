-- A settled initiative: what was agreed, paid from the lines of the agreed plan, added from own contribution, and left; frozen at the moment of settling.
create table settlements (
  id integer primary key,
  initiative_id integer not null unique references initiatives (id),
  agreed_grosze integer not null,
  spent_grosze integer not null check (spent_grosze <= agreed_grosze),
  own_grosze integer not null default 0,
  unused_grosze integer not null,
  note text not null default '',
  settled_at text not null,
  settled_by integer not null references people (id),
  check (unused_grosze = agreed_grosze - spent_grosze)
) strict;
create trigger settlements_no_update before update on settlements begin select raise(abort, 'settlement_closed'); end;
create trigger settlements_no_delete before delete on settlements begin select raise(abort, 'settlement_closed'); end;

-- A rehearsal is a copy of a call to be played through: a call of its own, outside everything that lists, feeds or sums. Closed, it never opens again.
alter table calls add column rehearsal_of integer references calls (id);
alter table calls add column rehearsal_started_by integer references people (id);
alter table calls add column rehearsal_closed_at text check (rehearsal_closed_at is null or rehearsal_of is not null);
create index calls_rehearsals on calls (rehearsal_of, id) where rehearsal_of is not null;
create trigger calls_rehearsal_stays before update on calls
when new.rehearsal_of is not old.rehearsal_of or (old.rehearsal_closed_at is not null and new.rehearsal_closed_at is not old.rehearsal_closed_at)
begin select raise(abort, 'rehearsal_stays'); end;
create trigger calls_rehearsal_of_a_real_one before insert on calls
when new.rehearsal_of is not null and (select rehearsal_of from calls where id = new.rehearsal_of) is not null
begin select raise(abort, 'rehearsal_stays'); end;

-- What lists, feeds, sums, reports, budgets and reminders read.
create view real_calls as select * from calls where rehearsal_of is null;

-- Who plays: whoever started it, and everybody who opened its address while signed in.
create table rehearsal_people (
  call_id integer not null references calls (id),
  person_id integer not null references people (id),
  joined_at text not null,
  primary key (call_id, person_id)
) strict, without rowid;
create trigger rehearsal_people_of_a_rehearsal before insert on rehearsal_people
when (select rehearsal_of from calls where id = new.call_id) is null begin select raise(abort, 'rehearsal_stays'); end;

-- Every record that belongs to a rehearsal, as history, letters, documents and files name it (kind and id): letters and documents about it are
-- recognised here, pages too.
create view rehearsed_records as
  with rehearsals as (select id from calls where rehearsal_of is not null),
    played as (select id, call_id from applications where call_id in (select id from rehearsals)),
    won as (select id, call_id from initiatives where call_id in (select id from rehearsals))
  select 'call' as kind, id, id as call_id from rehearsals
  union all select 'call_order', id, id from rehearsals
  union all select 'consultation', id, id from rehearsals
  union all select 'application', id, call_id from played
  union all select 'application_draft', id, call_id from played
  union all select 'application_result', id, call_id from played
  union all select 'attachment', t.id, p.call_id from attachments t join played p on p.id = t.application_id
  union all select 'submission_confirmation', s.id, p.call_id from submission_confirmations s join played p on p.id = s.application_id
  union all select 'formal_card', f.id, p.call_id from formal_cards f join played p on p.id = f.application_id
  union all select 'score_card', k.id, p.call_id from score_cards k join played p on p.id = k.application_id
  union all select 'recusal', r.id, p.call_id from recusals r join played p on p.id = r.application_id
  union all select 'jury_member', id, call_id from jury_members where call_id in (select id from rehearsals)
  union all select 'ranking', id, call_id from rankings where call_id in (select id from rehearsals)
  union all select 'decision_set', id, call_id from decision_sets where call_id in (select id from rehearsals)
  union all select 'initiative', id, call_id from won
  union all select 'agreement', g.id, w.call_id from agreements g join won w on w.id = g.initiative_id
  union all select 'settlement', s.id, w.call_id from settlements s join won w on w.id = s.initiative_id
  -- Somebody whom staff made up to write for: no account, no application but in rehearsals.
  union all select 'person', q.id, p.call_id from played p join application_members m on m.application_id = p.id and m.role = 'leader'
    join people q on q.id = m.person_id where q.email is null and not exists (select 1 from application_members x
      join applications o on o.id = x.application_id where x.person_id = q.id and o.call_id not in (select id from rehearsals))
  union all select 'sign_in_link', l.link_id, l.caught_for from letters l where l.link_id is not null and l.caught_for is not null
  union all select 'letter', l.id, l.caught_for from letters l where l.caught_for is not null;

-- A letter of a rehearsal is caught: it is written and read, and never leaves, by whatever way. A conversation that was noted down is no letter.
alter table letters add column caught_for integer references calls (id);
create index letters_caught on letters (caught_for, id) where caught_for is not null;
create trigger letters_caught_stay before update on letters
when new.caught_for is not old.caught_for or (old.caught_for is not null and old.channel <> 'phone' and (new.state <> 'waiting' or new.sent_at is not null))
begin select raise(abort, 'letter_is_caught'); end;
create trigger letters_caught_are_not_tried before insert on letter_tries
when (select caught_for from letters where id = new.letter_id) is not null begin select raise(abort, 'letter_is_caught'); end;
create trigger letters_caught_are_not_handed_over before insert on dispatches
when new.way <> 'phone' and (select caught_for from letters where id = new.letter_id) is not null begin select raise(abort, 'letter_is_caught'); end;

-- No money stands for what is played.
create trigger budget_entries_of_real_calls before insert on budget_entries
when (select c.rehearsal_of from initiatives i join calls c on c.id = i.call_id where i.id = new.initiative_id) is not null
begin select raise(abort, 'rehearsal_has_no_money'); end;
create trigger expense_parts_of_real_calls before insert on expense_parts
when (select c.rehearsal_of from initiatives i join calls c on c.id = i.call_id where i.id = new.initiative_id) is not null
begin select raise(abort, 'rehearsal_has_no_money'); end;
create trigger mailings_of_real_calls before insert on mailings
when (select rehearsal_of from calls where id = new.call_id) is not null begin select raise(abort, 'rehearsal_has_no_mailings'); end;

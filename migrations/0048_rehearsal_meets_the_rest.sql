-- What was built beside the rehearsal belongs to it too: a guardian's sheets and words, orders, what was published and where, conversations. The view is its
-- former self with these.
drop view rehearsed_records;
create view rehearsed_records as
  with rehearsals as (select id from calls where rehearsal_of is not null),
    played as (select id, call_id from applications where call_id in (select id from rehearsals)),
    won as (select id, call_id from initiatives where call_id in (select id from rehearsals))
  select 'call' as kind, id, id as call_id from rehearsals
  union all select 'call_order', id, id from rehearsals
  union all select 'consultation', id, id from rehearsals
  union all select 'call_publication', id, call_id from call_publications where call_id in (select id from rehearsals)
  union all select 'publication_place', id, call_id from publication_places where call_id in (select id from rehearsals)
  union all select 'director_order', id, call_id from director_orders where call_id in (select id from rehearsals)
  union all select 'application', id, call_id from played
  union all select 'application_draft', id, call_id from played
  union all select 'application_result', id, call_id from played
  union all select 'guardian_sheet', id, call_id from played
  union all select 'guardian_consent', g.id, p.call_id from guardian_consents g join played p on p.id = g.application_id
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
  union all select 'letter', l.id, l.caught_for from letters l where l.caught_for is not null
  union all select 'dispatch', d.id, l.caught_for from dispatches d join letters l on l.id = d.letter_id where l.caught_for is not null;

-- As in 0043: each trigger is its former self with the closed rehearsals left out.
drop trigger call_texts_no_update;
create trigger call_texts_no_update before update on call_texts
when old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'call_text_frozen'); end;
drop trigger legal_drafts_no_update;
create trigger legal_drafts_no_update before update on legal_drafts
when old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'draft_kept'); end;
drop trigger call_publications_frozen;
create trigger call_publications_frozen before update on call_publications
when (old.document_id is not null or new.document_id is null or new.id <> old.id or new.call_id <> old.call_id or new.what <> old.what
  or new.text_id is not old.text_id or new.change_id is not old.change_id or new.address <> old.address or new.content <> old.content
  or new.published_at <> old.published_at or new.published_by is not old.published_by) and old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'publication_frozen'); end;
drop trigger publication_places_no_update;
create trigger publication_places_no_update before update on publication_places
when old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'place_noted'); end;
drop trigger director_orders_no_update;
create trigger director_orders_no_update before update on director_orders
when old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'order_stored'); end;
drop trigger timetable_change_dates_no_update;
create trigger timetable_change_dates_no_update before update on timetable_change_dates
when (select t.call_id from timetable_changes t where t.id = old.change_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'change_announced'); end;

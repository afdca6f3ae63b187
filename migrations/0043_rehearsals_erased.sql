-- A rehearsal that was closed is erased: rows stay, the words in what is otherwise frozen are emptied, its files leave the store. Real calls stay as frozen
-- as they were: every trigger below is its former self with the closed rehearsals left out.
alter table files add column erased_at text;
create trigger files_erased_stay before update on files
when old.erased_at is not null or (new.erased_at is null and new.name <> old.name) or new.sha256 <> old.sha256 or new.subject_kind <> old.subject_kind
  or new.subject_id <> old.subject_id
begin select raise(abort, 'file_is_erased'); end;

create view closed_rehearsals as select id from calls where rehearsal_closed_at is not null;

drop trigger formal_cards_decided_frozen;
create trigger formal_cards_decided_frozen before update on formal_cards
when old.decided_at is not null and (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'formal_card_decided'); end;
drop trigger formal_answers_frozen_update;
create trigger formal_answers_frozen_update before update on formal_answers
when (select decided_at from formal_cards where id = old.card_id) is not null
  and (select a.call_id from formal_cards f join applications a on a.id = f.application_id where f.id = old.card_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'formal_card_decided'); end;
drop trigger recusals_exclusion_stays;
create trigger recusals_exclusion_stays before update on recusals
when old.kind = 'exclusion' and (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'exclusion_stays'); end;
drop trigger score_cards_sent_frozen;
create trigger score_cards_sent_frozen before update on score_cards
when old.state = 'sent' and (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'score_card_sent'); end;
drop trigger rankings_frozen;
create trigger rankings_frozen before update on rankings
when old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'ranking_frozen'); end;
drop trigger plan_lines_frozen_update;
create trigger plan_lines_frozen_update before update on plan_lines
when (select is_final from plans where id = old.plan_id) = 1
  and (select i.call_id from plans p join initiatives i on i.id = p.initiative_id where p.id = old.plan_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'plan_frozen'); end;
drop trigger publications_frozen;
create trigger publications_frozen before update on publications
when old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'publication_frozen'); end;
drop trigger decisions_frozen;
create trigger decisions_frozen before update on decisions
when (select state from decision_sets where id = old.set_id) in ('approved', 'published')
  and (select call_id from decision_sets where id = old.set_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'decision_frozen'); end;
drop trigger decision_sets_published;
create trigger decision_sets_published before update on decision_sets
when old.state = 'published' and old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'decision_frozen'); end;
drop trigger agreements_signed;
create trigger agreements_signed before update on agreements
when old.state = 'signed' and (select call_id from initiatives where id = old.initiative_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'agreement_signed'); end;
drop trigger agreements_issued;
create trigger agreements_issued before update on agreements
when old.state = 'issued' and (new.content is not old.content or new.fingerprint is not old.fingerprint or new.number <> old.number)
  and (select call_id from initiatives where id = old.initiative_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'agreement_signed'); end;
drop trigger documents_made_stay;
create trigger documents_made_stay before update on documents
when old.state = 'made' and not exists (select 1 from rehearsed_records r where r.kind = old.subject_kind and r.id = old.subject_id and r.call_id in (select id from closed_rehearsals))
begin select raise(abort, 'document_made'); end;
drop trigger asked_questions_words_stay;
create trigger asked_questions_words_stay before update on asked_questions
when (new.question is not old.question or new.asked_at is not old.asked_at or new.call_id is not old.call_id) and old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'question_asked'); end;
drop trigger late_links_as_given;
create trigger late_links_as_given before update on late_links
when (new.call_id is not old.call_id or new.person_id is not old.person_id or new.until_at is not old.until_at or new.reason is not old.reason
    or new.given_at is not old.given_at or new.given_by is not old.given_by or old.withdrawn_at is not null) and old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'late_link_given'); end;
drop trigger paper_arrivals_no_update;
create trigger paper_arrivals_no_update before update on paper_arrivals
when (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'assistance_is_history'); end;
drop trigger member_invitations_over;
create trigger member_invitations_over before update on member_invitations
when (old.accepted_at is not null or old.cancelled_at is not null or new.application_id <> old.application_id or new.email <> old.email
  or new.may <> old.may or new.link_id <> old.link_id or new.invited_at <> old.invited_at or new.invited_by <> old.invited_by)
  and (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'invitation_is_over'); end;
drop trigger timetable_changes_no_update;
create trigger timetable_changes_no_update before update on timetable_changes
when old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'change_announced'); end;
drop trigger letters_event_stays;
create trigger letters_event_stays before update of event on letters
when old.event is not new.event and coalesce(old.caught_for, 0) not in (select id from closed_rehearsals)
begin select raise(abort, 'letters_event_stays'); end;

-- A card filled in on paper and keyed in for its juror: by whom and when (the moment it was sent), with its scan. A card that its juror sent again on the
-- screen has another `sent_at`, so one sees which of the two counts.
alter table score_cards add column keyed_at text check ((keyed_at is null) = (keyed_by is null) and (keyed_at is null) = (scan_file_id is null));

drop trigger score_cards_sent_frozen;
create trigger score_cards_sent_frozen before update on score_cards
when old.state = 'sent' and (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
  and not (new.state = 'draft' and new.id = old.id and new.application_id = old.application_id and new.member_id = old.member_id
    and new.justification = old.justification and new.private_note = old.private_note and new.suggested_amount = old.suggested_amount
    and new.opened_at = old.opened_at and new.keyed_by is old.keyed_by and new.scan_file_id is old.scan_file_id and new.keyed_at is old.keyed_at
    and exists (select 1 from score_reopenings r where r.card_id = old.id and r.revision = old.revision and r.ended_at is null))
begin select raise(abort, 'score_card_sent'); end;

-- Nobody keys in a card of her own; and who did stays said.
create trigger score_cards_keyed_for_another before update on score_cards
when new.keyed_by is not old.keyed_by and (new.keyed_by is null or new.keyed_by = (select person_id from jury_members where id = new.member_id))
begin select raise(abort, 'keyed_for_another'); end;

-- A formal card may need two people: the first fills it in and signs (`signed_at`), the second approves it (`decided_at`) or sends it back with a note.
-- `proposed`: the outcome the first signed; it stays when the card comes back, so that nothing she chose is lost.
alter table calls add column second_signature integer not null default 0 check (second_signature in (0, 1));
alter table formal_cards add column proposed text check (proposed in ('accepted', 'rejected'));
alter table formal_cards add column signed_at text check (signed_at is null or proposed is not null);
alter table formal_cards add column signed_by integer references people (id) check ((signed_by is null) = (signed_at is null));
-- The newest note with which a card came back; history keeps each.
alter table formal_cards add column returned_note text not null default '';
alter table formal_cards add column returned_at text;
alter table formal_cards add column returned_by integer references people (id) check ((returned_by is null) = (returned_at is null));

drop trigger formal_cards_decided_frozen;
create trigger formal_cards_decided_frozen before update on formal_cards
when old.decided_at is not null and not (old.set_aside_at is null and new.set_aside_at is not null and new.id = old.id and new.application_id = old.application_id
    and new.version_id = old.version_id and new.outcome = old.outcome and new.reason = old.reason and new.opened_at = old.opened_at
    and new.decided_at = old.decided_at and new.decided_by is old.decided_by and new.revision = old.revision and new.recheck_until is old.recheck_until
    and new.proposed is old.proposed and new.signed_at is old.signed_at and new.signed_by is old.signed_by
    and new.returned_note = old.returned_note and new.returned_at is old.returned_at and new.returned_by is old.returned_by)
  and (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'formal_card_decided'); end;

-- A card that waits is decided as it was signed, or comes back with a note; nothing else happens to it.
create trigger formal_cards_signed_frozen before update on formal_cards
when old.signed_at is not null and old.decided_at is null
  and not (new.id = old.id and new.application_id = old.application_id and new.version_id = old.version_id and new.revision = old.revision
    and new.opened_at = old.opened_at and new.proposed = old.proposed
    and ((new.decided_at is not null and new.outcome = old.proposed and new.signed_at = old.signed_at and new.signed_by = old.signed_by
        and (new.reason = old.reason or new.outcome = 'accepted'))
      or (new.decided_at is null and new.signed_at is null and new.reason = old.reason and new.returned_note <> '' and new.returned_at is not null)))
  and (select a.call_id from applications a where a.id = old.application_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'formal_card_signed'); end;
create trigger formal_cards_two_people before update on formal_cards
when new.decided_at is not null and old.decided_at is null and (old.signed_by is null or old.signed_by = new.decided_by)
  and (select c.second_signature from applications a join calls c on c.id = a.call_id where a.id = old.application_id) = 1
begin select raise(abort, 'second_signature'); end;

drop trigger formal_answers_frozen_insert;
create trigger formal_answers_frozen_insert before insert on formal_answers
when (select coalesce(decided_at, signed_at) from formal_cards where id = new.card_id) is not null begin select raise(abort, 'formal_card_decided'); end;
drop trigger formal_answers_frozen_delete;
create trigger formal_answers_frozen_delete before delete on formal_answers
when (select coalesce(decided_at, signed_at) from formal_cards where id = old.card_id) is not null begin select raise(abort, 'formal_card_decided'); end;
drop trigger formal_answers_frozen_update;
create trigger formal_answers_frozen_update before update on formal_answers
when (select coalesce(decided_at, signed_at) from formal_cards where id = old.card_id) is not null
  and (select a.call_id from formal_cards f join applications a on a.id = f.application_id where f.id = old.card_id) not in (select id from closed_rehearsals)
begin select raise(abort, 'formal_card_decided'); end;

-- Neither of the two who signed a rejection answers the request for its re-check.
drop trigger recheck_requests_by_another;
create trigger recheck_requests_by_another before update on recheck_requests
when new.answered_by is not null and exists (select 1 from formal_cards k where k.id = new.card_id and new.answered_by in (k.decided_by, k.signed_by))
begin select raise(abort, 'recheck_same_person'); end;

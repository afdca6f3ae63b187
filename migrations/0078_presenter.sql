-- Who presented the application at the meeting, as people say it; '' when nobody did.
alter table meeting_items add column presenter text not null default '' check (length(presenter) <= 200);

-- Questions asked by visitors. What was asked never changes and never goes; staff publish an edited question with its answer beside it.
create table asked_questions (
  id integer primary key,
  call_id integer not null references calls (id),
  question text not null check (length(question) > 0),
  asker_name text not null default '',
  asker_email text not null default '',
  asked_at text not null,
  outcome text check (outcome in ('published', 'answered', 'set_aside')),
  public_question text not null default '',
  answer text not null default '',
  answered_at text,
  answered_by integer references people (id),
  version integer not null default 1,
  check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null)),
  check (outcome is not 'published' or (length(public_question) > 0 and length(answer) > 0)),
  check (outcome is not 'answered' or length(answer) > 0)
) strict;
create index asked_questions_of_call on asked_questions (call_id, outcome, id);
create trigger asked_questions_words_stay before update on asked_questions
  when new.question is not old.question or new.asked_at is not old.asked_at or new.call_id is not old.call_id
  begin select raise(abort, 'question_asked'); end;
create trigger asked_questions_no_delete before delete on asked_questions begin select raise(abort, 'question_asked'); end;

-- Dates changed after a call was announced, with the reason that everybody reads. `weeks`: the whole timetable moved by so many.
create table timetable_changes (
  id integer primary key,
  call_id integer not null references calls (id),
  reason text not null check (length(reason) > 0),
  weeks integer,
  changed_at text not null,
  changed_by integer not null references people (id)
) strict;
create index timetable_changes_of_call on timetable_changes (call_id, id);
create trigger timetable_changes_no_update before update on timetable_changes begin select raise(abort, 'change_announced'); end;
create trigger timetable_changes_no_delete before delete on timetable_changes begin select raise(abort, 'change_announced'); end;

-- One date of such a change. No dates before: a meeting was added; none after: it was called off. The stage itself may be gone.
create table timetable_change_dates (
  id integer primary key,
  change_id integer not null references timetable_changes (id),
  stage_kind text not null,
  before_starts_at text,
  before_ends_at text,
  before_place text not null,
  starts_at text,
  ends_at text,
  place text not null
) strict;
create index timetable_change_dates_of_change on timetable_change_dates (change_id, id);
create trigger timetable_change_dates_no_update before update on timetable_change_dates begin select raise(abort, 'change_announced'); end;
create trigger timetable_change_dates_no_delete before delete on timetable_change_dates begin select raise(abort, 'change_announced'); end;

-- The draft rules shown to everybody for their opinions: which version, since when; later the library's summary.
create table consultations (
  call_id integer primary key references calls (id),
  rules_text_id integer not null references call_texts (id),
  shared_at text not null,
  shared_by integer not null references people (id),
  summary text not null default '',
  published_at text,
  published_by integer references people (id),
  version integer not null default 1,
  check ((published_at is null) = (published_by is null))
) strict;
create trigger consultations_text_stays before update on consultations
  when new.rules_text_id is not old.rules_text_id or (old.published_at is not null and new.published_at is not old.published_at)
  begin select raise(abort, 'consultation_frozen'); end;
create trigger consultations_no_delete before delete on consultations begin select raise(abort, 'consultation_frozen'); end;

create table opinions (
  id integer primary key,
  call_id integer not null references consultations (call_id),
  place text not null default '',
  opinion text not null check (length(opinion) > 0),
  author_name text not null default '',
  organisation text not null default '',
  author_email text not null default '',
  is_named integer not null default 0 check (is_named in (0, 1)),
  given_at text not null,
  outcome text check (outcome in ('taken', 'partly', 'not_taken', 'noted', 'set_aside')),
  answer text not null default '',
  answered_at text,
  answered_by integer references people (id),
  version integer not null default 1,
  check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null)),
  check (outcome is null or length(answer) > 0)
) strict;
create index opinions_of_call on opinions (call_id, outcome, id);
create trigger opinions_words_stay before update on opinions
  when new.opinion is not old.opinion or new.place is not old.place or new.is_named is not old.is_named or new.given_at is not old.given_at
    or new.call_id is not old.call_id
  begin select raise(abort, 'opinion_given'); end;
create trigger opinions_answer_published before update on opinions
  when (select published_at from consultations c where c.call_id = old.call_id) is not null
    and (new.outcome is not old.outcome or new.answer is not old.answer)
  begin select raise(abort, 'consultation_frozen'); end;
create trigger opinions_no_delete before delete on opinions begin select raise(abort, 'opinion_given'); end;

-- A draft is saved answer by answer: who wrote each last and from which opened page, so that two people meet in an answer and not in a whole section.
create table answer_savings (
  application_id integer not null references applications (id),
  -- A field of the form: `title`, `phone`, `answers.need`, `given.rules`; the tables of a draft are one field each: `schedule`, `costs`.
  field text not null,
  saved_at text not null,
  saved_by integer not null references people (id),
  -- The opened page that saved and its count of savings: a page goes on from its own words, and what it sent earlier never comes over what it sent later.
  page text not null,
  step integer not null,
  primary key (application_id, field)
) strict, without rowid;

-- What somebody wrote in an answer that somebody else had changed meanwhile; stands beside it until a person of the application chooses.
create table answer_versions (
  id integer primary key,
  application_id integer not null references applications (id),
  field text not null,
  content text not null,
  written_at text not null,
  written_by integer not null references people (id),
  page text not null,
  step integer not null,
  -- Chosen between; from now on `content` is what was set aside.
  settled_at text,
  settled_by integer references people (id),
  check ((settled_at is null) = (settled_by is null))
) strict;
create index answer_versions_of_application on answer_versions (application_id, field);

alter table draft_sections drop column revision;
alter table draft_sections drop column page;

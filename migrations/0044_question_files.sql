-- Which question of the form a file answers; '' for one that was simply attached.
alter table attachments add column question text not null default '';

-- How a call counts its points. `mean`: of the cards; `sum`: all points together, which needs as many cards for each application, or, where the
-- rules say so, each sum brought up to the most cards (`scaled`). Results are rounded half up to `score_decimals` before anything is compared.
alter table calls add column score_method text not null default 'mean' check (score_method in ('mean', 'sum'));
alter table calls add column score_decimals integer not null default 2 check (score_decimals between 0 and 2);
alter table calls add column bonus_limit integer not null default 5 check (bonus_limit between 0 and 999);
alter table calls add column uneven_cards text not null default 'refused' check (uneven_cards in ('refused', 'scaled'));

-- The bonus stands apart: it adds to the place and never to the threshold. `missed_minimums`: codes of the criteria with too few points.
drop trigger ranking_rows_frozen;
alter table ranking_rows rename column mean_hundredths to total_hundredths;
alter table ranking_rows add column merit_hundredths integer not null default 0;
alter table ranking_rows add column bonus_hundredths integer not null default 0;
alter table ranking_rows add column missed_minimums text not null default '[]' check (json_valid(missed_minimums));
update ranking_rows set merit_hundredths = coalesce((
  select (200 * sum(t.merit) + count(*)) / (2 * count(*)) from (
    select k.application_id, coalesce(sum(p.points * c.weight), 0) as merit
    from score_cards k left join score_points p on p.card_id = k.id left join merit_criteria c on c.id = p.criterion_id and c.is_bonus = 0
    where k.state = 'sent' and not exists (select 1 from recusals r
      where r.member_id = k.member_id and r.application_id = k.application_id and r.kind = 'exclusion')
    group by k.id) t
  where t.application_id = ranking_rows.application_id), 0);
update ranking_rows set bonus_hundredths = total_hundredths - merit_hundredths;
create trigger ranking_rows_frozen before update on ranking_rows begin select raise(abort, 'ranking_frozen'); end;

-- The file from which anybody counts the ranking again (canonical JSON, no names): its SHA-256 is the fingerprint. '' before this migration.
alter table rankings add column proof text not null default '';

-- The threshold as it was on the day: of a sum it follows from how many cards there were.
alter table rankings add column threshold_hundredths integer not null default 0;
drop trigger rankings_frozen;
update rankings set threshold_hundredths = (select max_points * threshold_percent from calls where id = rankings.call_id);
create trigger rankings_frozen before update on rankings
when old.call_id not in (select id from closed_rehearsals)
begin select raise(abort, 'ranking_frozen'); end;

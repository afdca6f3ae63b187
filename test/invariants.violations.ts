/** One way to offend each truth, in SQL, on a database whose triggers are gone and whose constraints look away. */
export const violations: Record<string, string> = {
  'every reference leads to a row':
    'update applications set call_id = 999 where id = (select min(id) from applications)',
  'the database file is whole and its checks hold': 'update calls set pool_grosze = -1',
  'the history is one chain: every hash is over its event and the hash before it':
    'update events set facts = \'{"planted":1}\' where id = (select min(id) from events)',
  'a text of the history is the one its event was hashed with, or erased':
    "update event_texts set content = content || ' i jeszcze' where content is not null",
};

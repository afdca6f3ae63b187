import type { Database } from '../../src/db/connection.ts';

/** Puts a database back: what was written since `mark` never happened, whatever the triggers forbid. */
export interface Rewinder {
  mark(): void;
  rewind(): void;
}

/** Over a running app's connection: one open transaction, in which each `write` is a savepoint with the same rule for refusals and errors. */
export function rewinderOf(db: Database): Rewinder {
  const writeForGood = db.write;
  const tx = db.write((given) => given);
  const write: Database['write'] = (work) =>
    db.raw.inTransaction ? inSavepoint(db, () => work(tx)) : writeForGood(work);
  Object.assign(db, { write });
  return {
    mark: () => void db.raw.exec('begin'),
    rewind: () => void db.raw.exec('rollback'),
  };
}

function inSavepoint<Value>(db: Database, work: () => Value): Value {
  db.raw.exec('savepoint step');
  let isKept = false;
  try {
    const value = work();
    isKept = !(typeof value === 'object' && value !== null && 'ok' in value && value.ok === false);
    return value;
  } finally {
    db.raw.exec(isKept ? 'release step' : 'rollback to step; release step');
  }
}

import type { Database } from './db/connection.ts';
import type { FileStore } from './files/store.ts';
import type { Clock } from './lib/clock.ts';
import type { Random } from './lib/random.ts';

/** What a command needs. Letters, documents and jobs are written through the transaction, by the kernel's functions. */
export interface Deps {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: FileStore;
  /** The data folder's secret, from which one-time links and form tokens are derived. */
  readonly secret: Buffer;
  /** Origin of every link, without a slash at its end. */
  readonly publicUrl: string;
}

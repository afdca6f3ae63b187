import type { Database, Reader } from '../db/connection.ts';
import type { FileAccess } from '../files/records.ts';
import type { FileStore } from '../files/store.ts';
import type { Actor } from '../lib/actor.ts';
import type { Clock } from '../lib/clock.ts';
import type { Random } from '../lib/random.ts';
import type { TroubleText } from './messages.ts';
import type { Chrome, Renderer } from './render.ts';

/** What the web room needs from the rooms above it; collected by app.ts. */
export interface WebKit {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: FileStore;
  readonly secret: Buffer;
  /** Origin of every link and the only origin forms are taken from, e.g. `https://konkurs.example.org`. */
  readonly publicUrl: string;
  readonly renderer: Renderer;
  /** The person behind a session with the roles held now; undefined when the account is closed. */
  readActor(reader: Reader, personId: number): Actor | undefined;
  /** Organisation, navigation and colour of the page around a view. */
  surroundings(actor: Actor, path: string): Pick<Chrome, 'organisation' | 'navigation' | 'person' | 'callColour'>;
  /**
   * The rehearsal that an address (`routedUrl`) is about: whether it is shut to this actor, the band over its pages and what stands before the names of its files.
   * Undefined for everything real.
   */
  rehearsalAt(
    actor: Actor,
    url: string,
  ): { isShut: boolean; band: NonNullable<Chrome['band']>; filePrefix: string } | undefined;
  readonly fileAccess: FileAccess;
  readonly signInPath: string;
  /**
   * What somebody who belonged here until lately is told beside a refused page; '' to everybody else. A fact of the person alone, so that it tells
   * nothing of the address.
   */
  readonly farewellTo?: ((actor: Actor) => string) | undefined;
  /** A line above every page; absent where there is nothing to say to everybody. */
  readonly bar?: (() => Chrome['bar']) | undefined;
  /** What stands over a form whose token is not ours any more, instead of the common words. */
  readonly staleForm?: TroubleText | undefined;
}

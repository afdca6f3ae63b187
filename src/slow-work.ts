import { join } from 'node:path';
import { openDatabase } from './db/connection.ts';
import { drawSeveral, type SeveralApplications } from './features/applications/documents/several.ts';
import { drawLetterBatch } from './features/correspondence/documents/letter-batch.ts';
import { readShelf } from './features/desk/shelf/contents.ts';
import type { ShelfName } from './features/desk/shelf/places.ts';
import { type BlankCards, drawBlankCards } from './features/reviews/documents/blank-card.ts';
import { openFileStore } from './files/store.ts';
import type { Actor } from './lib/actor.ts';
import type { Instant } from './lib/days.ts';
import { drawIntoStore, drawTrial, type Trial } from './pdf/draw.ts';
import { documentKinds, fileAccess } from './registries.ts';

export interface SlowWorkSettings {
  readonly dataDir: string;
  readonly publicUrl: string;
}

/** What the worker thread is asked to do. */
export type Task =
  | {
      readonly task: 'document';
      readonly kind: string;
      readonly subjectId: number;
      readonly textId: number | null;
      /** Every page is marked as a rehearsal's. */
      readonly isRehearsed: boolean;
      readonly askedAt: Instant;
    }
  | ({ readonly task: 'trial'; readonly askedAt: Instant } & Trial)
  | { readonly task: 'letters'; readonly letterIds: readonly number[]; readonly askedAt: Instant }
  | ({ readonly task: 'applications' } & SeveralApplications)
  | ({ readonly task: 'blank_cards' } & BlankCards)
  | { readonly task: 'shelf'; readonly actor: Actor; readonly name: ShelfName; readonly now: Instant };

/** Slow work over a data folder with a read-only connection; the main thread alone writes. Tasks and their answers are plain data. */
export function openSlowWork({ dataDir, publicUrl }: SlowWorkSettings) {
  const reader = openDatabase(join(dataDir, 'oddolnie.sqlite'), { readonly: true });
  const files = openFileStore(join(dataDir, 'files'));
  const tools = { reader, files, publicUrl, fileAccess, kinds: documentKinds };
  return {
    done(task: Task): unknown {
      if (task.task === 'shelf') return readShelf({ ...tools, clock: { now: () => task.now } }, task.actor, task.name);
      if (task.task === 'letters') return drawLetterBatch(reader, task.letterIds, task.askedAt);
      if (task.task === 'applications') return drawSeveral(reader, task);
      if (task.task === 'blank_cards') return drawBlankCards(reader, task);
      const occasion = { askedAt: task.askedAt, publicUrl };
      if (task.task === 'trial') return drawTrial(tools, task, occasion);
      return drawIntoStore(tools, task.kind, task.subjectId, task, occasion);
    },
    close: () => reader.close(),
  };
}

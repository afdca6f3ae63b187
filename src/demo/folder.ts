import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type StageCode, stages } from './stages.ts';

/** What a demonstration's folder says of itself, in its file `DEMO`. */
export interface Mark {
  /** The stage its database was last brought to; null until there is one. */
  readonly stage: StageCode | null;
  /** How many times a stage has been opened: pages of an earlier one are known by it. */
  readonly turn: number;
}

const codes = stages.map(({ code }) => code) as [StageCode, ...StageCode[]];
const markForm = z.object({ stage: z.enum(codes).nullable(), turn: z.number() });
const markName = 'DEMO';
/** Held by the server itself while the folder is made anew. */
const kept = [markName, 'server.lock', 'server.lock-journal'];

export interface DemoFolder {
  readonly dataDir: string;
  /** Where the story is told; its files are the demonstration's own, shared by all stages. */
  readonly tellingDir: string;
  readonly databasePath: string;
  snapshotOf(stage: StageCode): string;
  has(stage: StageCode): boolean;
  read(): Mark;
  write(mark: Mark): void;
  /** Leaves nothing but the mark. */
  empty(): void;
  /** An empty place for a telling. */
  clearTelling(): void;
}

/** Marks the folder as a demonstration's; throws for one that holds anything else. */
export function demoFolder(dataDir: string): DemoFolder {
  const at = (...names: string[]) => join(dataDir, ...names);
  if (!existsSync(at(markName)) && existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new Error(`${dataDir} is not empty and is no demonstration's folder; choose another DATA_DIR`);
  mkdirSync(at('stages'), { recursive: true, mode: 0o700 });
  const write = (mark: Mark) => {
    writeFileSync(at(`${markName}.part`), `${JSON.stringify(mark)}\n`);
    renameSync(at(`${markName}.part`), at(markName));
  };
  if (!existsSync(at(markName))) write({ stage: null, turn: 0 });
  const snapshotOf = (stage: StageCode) => at('stages', `${stage}.sqlite`);
  return {
    dataDir,
    tellingDir: at('telling'),
    databasePath: at('oddolnie.sqlite'),
    snapshotOf,
    has: (stage) => existsSync(snapshotOf(stage)),
    read: () => markForm.parse(JSON.parse(readFileSync(at(markName), 'utf8'))),
    write,
    empty() {
      write({ stage: null, turn: 0 });
      for (const name of readdirSync(dataDir).filter((one) => !kept.includes(one)))
        rmSync(at(name), { recursive: true, force: true });
      mkdirSync(at('stages'), { mode: 0o700 });
    },
    clearTelling() {
      rmSync(at('telling'), { recursive: true, force: true });
      mkdirSync(at('telling'), { mode: 0o700 });
      mkdirSync(at('files'), { recursive: true, mode: 0o700 });
      symlinkSync(at('files'), at('telling', 'files'));
    },
  };
}

import type { TestHouse } from '../house.ts';
import type { StoryApplication, SubmittedStory } from './applications.ts';
import type { Group } from './cast.ts';
import { chapters } from './chapters.ts';
import type { StoryJuror } from './jury.ts';

/** What the story has made so far, by names. Asking for what is not there yet is a mistake of the test. */
export interface Competition {
  readonly house: TestHouse;
  person(name: string): { id: number };
  id(name: string): number;
}

/** As its chapters write it. */
export interface Telling extends Competition {
  cast(people: Readonly<Record<string, number>>): void;
  note(records: Readonly<Record<string, number>>): void;
  readonly applications: Map<string, SubmittedStory>;
  readonly jury: StoryJuror[];
  readonly callsItself: SelfCalled;
}

/** What a group says of itself instead of its usual words. */
export type SelfCalled = (group: Group) => Partial<StoryApplication>;

export type Chapter = keyof typeof chapters;

/** Tells the story chapter by chapter in a house begun `open`, through the commands. */
export async function* competition(
  house: TestHouse,
  callsItself: SelfCalled = () => ({}),
): AsyncGenerator<{ chapter: Chapter; story: Competition }> {
  const people = new Map<string, number>();
  const records = new Map<string, number>();
  const story: Telling = {
    house,
    applications: new Map(),
    jury: [],
    callsItself,
    person: (name) => ({ id: known(people, name) }),
    id: (name) => known(records, name),
    cast: (named) => keep(people, named),
    note: (named) => keep(records, named),
  };
  for (const [chapter, tell] of Object.entries(chapters)) {
    await tell(story);
    yield { chapter: chapter as Chapter, story };
  }
}

function keep(names: Map<string, number>, named: Readonly<Record<string, number>>): void {
  for (const [name, id] of Object.entries(named)) names.set(name, id);
}

function known(names: ReadonlyMap<string, number>, name: string): number {
  const id = names.get(name);
  if (id === undefined) throw new Error(`the story has no ${name} yet; it has: ${[...names.keys()].join(', ')}`);
  return id;
}

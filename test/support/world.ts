import { startTestApp, type TestApp } from './app.ts';
import type { Client } from './client.ts';
import { type Chapter, type Competition, competition, type SelfCalled } from './story/competition.ts';
import { type RegisteredRoute, watched } from './watched.ts';

/** A competition told in a running app. Close its app. */
export interface World {
  readonly app: TestApp;
  readonly routes: readonly RegisteredRoute[];
  /** What requests threw so far. */
  readonly faults: readonly Error[];
  /** A browser of somebody of the story, signed in; `visitor` has not. */
  as(who: string): Client;
  /** Tells the next chapter; undefined after the last. */
  next(): Promise<Chapter | undefined>;
  readonly story: Competition;
}

export async function openWorld(callsItself?: SelfCalled): Promise<World> {
  const { started: app, routes, faults } = await watched(() => startTestApp());
  // Thousands of requests follow: what the disk would hold after a power cut is no matter here.
  app.deps.db.raw.pragma('synchronous = off');
  const telling = competition(app, callsItself);
  let story: Competition | undefined;
  return {
    app,
    routes,
    faults,
    as: (who) => (who === 'visitor' ? app.visitor() : app.as(storyOf(story).person(who))),
    async next() {
      // Between chapters the house does its work: papers asked for so far are made.
      await app.drain();
      const told = await telling.next();
      if (told.done) return undefined;
      story = told.value.story;
      return told.value.chapter;
    },
    get story() {
      return storyOf(story);
    },
  };
}

/** A world at the end of its story. */
export async function wholeWorld(callsItself?: SelfCalled): Promise<World> {
  const world = await openWorld(callsItself);
  for (let chapter = await world.next(); chapter !== undefined; ) chapter = await world.next();
  return world;
}

function storyOf(story: Competition | undefined): Competition {
  if (story === undefined) throw new Error('nothing is told yet');
  return story;
}

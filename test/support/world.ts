import { createProvisionalPerson } from '../../src/features/accounts/commands.ts';
import type { Role } from '../../src/lib/actor.ts';
import { startTestApp, type TestApp } from './app.ts';
import type { Client } from './client.ts';
import { type RegisteredRoute, withRoutes } from './registered-routes.ts';

export type Who = 'visitor' | 'provisional' | 'applicant' | Role;

/** A whole competition in a running app, with somebody of every kind. Close its app. */
export interface World {
  readonly app: TestApp;
  readonly routes: readonly RegisteredRoute[];
  /** A browser of their own, signed in unless a visitor's. */
  as(who: Who): Client;
}

export async function openWorld(): Promise<World> {
  const { started: app, routes } = await withRoutes(() => startTestApp());
  // Thousands of requests follow: what the disk would hold after a power cut is no matter here.
  app.deps.db.raw.pragma('synchronous = off');
  const anna = app.deps.db.write((tx) => createProvisionalPerson(tx, app.deps, { email: 'anna@example.org' }));
  const people: Record<Exclude<Who, 'visitor'>, { id: number }> = {
    provisional: { id: anna },
    applicant: app.person('Halina Żukowska', 'halina@example.org'),
    juror: app.person('Jonas Petrauskas', 'jonas@example.org', ['juror']),
    coordinator: app.person('Marta Wysocka', 'marta@example.org', ['coordinator']),
    accountant: app.person('Barbara Kmieć', 'barbara@example.org', ['accountant']),
    director: app.person('Tomasz Rutka', 'tomasz@example.org', ['director']),
    inspector: app.person('Irena Sawko', 'irena@example.org', ['inspector']),
    administrator: app.person('Adam Nowik', 'adam@example.org', ['administrator']),
  };
  return { app, routes, as: (who) => (who === 'visitor' ? app.visitor() : app.as(people[who])) };
}

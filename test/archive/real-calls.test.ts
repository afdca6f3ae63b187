import { expect, test } from 'vitest';
import { readSources } from '../support/architecture/source.ts';
import { root } from '../support/data-folder.ts';

const calls = /\b(?:from|join)\s+calls\b/gi;

const ofRecord = 'the call of a record that is already chosen, for its title, code or terms';
const byId = 'one call by its id';

/** Where a call is read that may be a rehearsal: how often in the file, and why no list or sum comes of it. Everything else reads `real_calls`. */
const allowed: Readonly<Record<string, readonly [times: number, why: string]>> = {
  'src/features/accounts/post.ts': [1, byId],
  'src/features/accounts/queries.ts': [1, 'roles of closed rehearsals lapse'],
  'src/features/applications/access.ts': [1, 'the call of an application, whether it is judged without names'],
  'src/features/applications/assistance/same-person.ts': [1, 'the draft’s own call; others only in real_calls'],
  'src/features/applications/content.ts': [1, ofRecord],
  'src/features/applications/guardian/queries.ts': [1, ofRecord],
  'src/features/applications/leaders.ts': [1, 'leaders of one call, by its id'],
  'src/features/applications/members/queries.ts': [1, ofRecord],
  'src/features/applications/queries.ts': [1, 'one call by its id; one’s own only in real_calls'],
  'src/features/applications/reminders.ts': [1, ofRecord],
  'src/features/calls/access.ts': [3, 'one call, publication or order by its id'],
  'src/features/calls/invariants.ts': [6, 'a rehearsal is a whole call too, and stays one'],
  'src/features/calls/queries.ts': [1, 'by id; the newest only in real_calls'],
  'src/features/calls/rehearsal/access.ts': [1, byId],
  'src/features/calls/rehearsal/commands.ts': [1, 'codes of rehearsals are counted, so that none is used twice'],
  'src/features/calls/rehearsal/queries.ts': [4, 'rehearsals themselves'],
  'src/features/calls/setup/about.ts': [1, 'a code is nobody’s twice'],
  'src/features/calls/setup/create.ts': [1, 'a code is nobody’s twice'],
  'src/features/calls/setup/queries.ts': [1, ofRecord],
  'src/features/checks/facts.ts': [1, ofRecord],
  'src/features/checks/likeness/queries.ts': [1, 'one call by its id'],
  'src/features/checks/queries.ts': [1, 'one call by its id'],
  'src/features/checks/second/queries.ts': [1, 'the switch of the call of an application that is already chosen'],
  'src/features/correspondence/mailings/queries.ts': [2, 'a mailing is of a real call: a trigger holds it'],
  'src/features/decisions/invariants.ts': [1, ofRecord],
  'src/features/decisions/queries.ts': [1, ofRecord],
  'src/features/decisions/result-pages.ts': [1, byId],
  'src/features/desk/access-report.ts': [1, 'what somebody sees of a rehearsal too'],
  'src/features/desk/log-filter.ts': [1, 'narrows letters that openLetters has already chosen'],
  'src/features/desk/queries.ts': [2, ofRecord],
  'src/features/desk/shelf/places.ts': [1, 'the shelf of one call or record'],
  'src/features/jury/access.ts': [1, 'a setting of the call that a seat is in'],
  'src/features/jury/blind/looks.ts': [1, ofRecord],
  'src/features/jury/documents/declaration.ts': [2, ofRecord],
  'src/features/jury/queries.ts': [1, 'one call by its id'],
  'src/features/ranking/invariants.ts': [3, ofRecord],
  'src/features/ranking/meeting/queries.ts': [1, ofRecord],
  'src/features/ranking/queries.ts': [1, 'one call by its id'],
  'src/features/reviews/invariants.ts': [1, ofRecord],
  'src/features/reviews/queries.ts': [1, 'one call by its id'],
  'src/features/reviews/unsent.ts': [1, ofRecord],
};

test('whatever lists, feeds or sums calls reads real_calls; each other reading of calls is named here', () => {
  const found = Object.fromEntries(
    readSources(root, ['src'], ['.ts'])
      .map(({ path, text }) => [path, [...text.matchAll(calls)].length] as const)
      .filter(([, times]) => times > 0),
  );
  expect(found).toEqual(Object.fromEntries(Object.entries(allowed).map(([path, [times]]) => [path, times])));
});

import { describe, expect, it } from 'vitest';
import { type Actor, hasAnyRole, hasRole, personIdOf, type RoleGrant, roles } from '../../src/lib/actor.ts';

const person = (grants: readonly RoleGrant[], confirmed = true): Actor => ({
  kind: 'person',
  personId: 12,
  name: 'Danuta Wołyniec',
  confirmed,
  grants,
});

describe('roles of an actor', () => {
  it('of one call reach that call only', () => {
    const juror = person([{ role: 'juror', callId: 3 }]);
    expect(hasRole(juror, 'juror', 3)).toBe(true);
    expect(hasRole(juror, 'juror', 4)).toBe(false);
    expect(hasRole(juror, 'juror', null)).toBe(false);
    expect(hasRole(juror, 'juror')).toBe(true);
    expect(hasRole(juror, 'coordinator', 3)).toBe(false);
  });

  it('of the whole organisation reach every call', () => {
    const director = person([{ role: 'director', callId: null }]);
    expect(hasRole(director, 'director', 4)).toBe(true);
    expect(hasRole(director, 'director', null)).toBe(true);
  });

  it('are found among several', () => {
    const accountant = person([{ role: 'accountant', callId: null }]);
    expect(hasAnyRole(accountant, ['coordinator', 'accountant'], 1)).toBe(true);
    expect(hasAnyRole(accountant, ['coordinator', 'director'], 1)).toBe(false);
    expect(hasAnyRole(accountant, [])).toBe(false);
  });

  it('do not count before the person is confirmed, and nobody else has any', () => {
    const all = roles.map((role) => ({ role, callId: null }));
    for (const role of roles) {
      expect(hasRole(person(all), role)).toBe(true);
      expect(hasRole(person(all, false), role)).toBe(false);
      expect(hasRole({ kind: 'visitor' }, role)).toBe(false);
      expect(hasRole({ kind: 'system' }, role)).toBe(false);
    }
  });

  it('only a person has an id', () => {
    expect(personIdOf(person([], false))).toBe(12);
    expect(personIdOf({ kind: 'visitor' })).toBeNull();
    expect(personIdOf({ kind: 'system' })).toBeNull();
  });
});

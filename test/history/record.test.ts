import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { brokenLinks, record } from '../../src/history/record.ts';
import { kernel } from '../support/kernel.ts';

const joanna = { kind: 'person', personId: 1, name: 'Joanna Wasilewska', confirmed: true, grants: [] } as const;

function threeEvents() {
  const house = kernel();
  for (const [index, text] of ['Brak podpisu Jonasa', undefined, 'Zgoda dyrektora'].entries()) {
    house.db.write((tx) =>
      record(tx, house, joanna, {
        what: 'formal_card.saved',
        subject: { kind: 'application', id: index + 1 },
        from: 'open',
        to: 'open',
        facts: { index },
        ...(text === undefined ? {} : { text }),
      }),
    );
  }
  return house;
}

describe('the history', () => {
  it('says who, when, what, from and to', () => {
    const { db } = threeEvents();
    expect(
      db.get(
        sql`select at, actor_kind, actor_person_id, what, subject_kind, subject_id, from_state, to_state, facts from events where id = 1`,
      ),
    ).toEqual({
      at: '2024-03-04T09:00:00.000Z',
      actor_kind: 'person',
      actor_person_id: 1,
      what: 'formal_card.saved',
      subject_kind: 'application',
      subject_id: 1,
      from_state: 'open',
      to_state: 'open',
      facts: '{"index":0}',
    });
  });

  it('is whole as written, and stays whole when a text is erased', () => {
    const { db } = threeEvents();
    expect(brokenLinks(db)).toEqual([]);
    db.raw.prepare('update event_texts set content = null where event_id = 1').run();
    expect(db.all(sql`select event_id, content from event_texts`)).toEqual([
      { event_id: 1, content: null },
      { event_id: 3, content: 'Zgoda dyrektora' },
    ]);
    expect(brokenLinks(db)).toEqual([]);
  });

  it('keeps no text in the chain itself', () => {
    const { db } = threeEvents();
    expect(JSON.stringify(db.all(sql`select * from events`))).not.toContain('Jonasa');
  });

  it('cannot be changed or shortened through the application', () => {
    const { db } = threeEvents();
    expect(() => db.raw.prepare("update events set what = 'x' where id = 2").run()).toThrow('history_is_append_only');
    expect(() => db.raw.prepare('delete from events where id = 2').run()).toThrow('history_is_append_only');
    expect(() => db.raw.prepare("update event_texts set content = 'inna' where event_id = 3").run()).toThrow(
      'history_is_append_only',
    );
  });

  it('shows where somebody with the file in hand has changed it', () => {
    const { db } = threeEvents();
    db.raw.exec('drop trigger events_no_update; update events set facts = \'{"index":9}\' where id = 2');
    expect(brokenLinks(db)).toEqual([2]);
    db.raw.exec('drop trigger events_no_delete; delete from event_texts where 0; delete from events where id = 2');
    expect(brokenLinks(db)).toEqual([3]);
  });
});

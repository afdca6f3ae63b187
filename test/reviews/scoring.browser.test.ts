import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readMeritCriteria } from '../../src/features/calls/criteria.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { startTestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser } from '../support/browser.ts';
import { justificationBy, nth, scored } from '../support/story/jury.ts';

const browser = openBrowser();

test('on a phone a juror sees each choice counted at once, the card saves itself, and it is sent after a review', async () => {
  const app = await startTestApp({ beginning: 'open', listening: true });
  const { db } = app.deps;
  const callId = currentCall(db)?.id ?? 0;
  const applications = [{ leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' }];
  const story = scored(app, { callId, applications, given: [] });
  const criteria = readMeritCriteria(db, callId);
  const halina = app.as({ id: nth(story.jury, 2).personId });
  const { page, context, close } = await browser.newVisitor({ origin: app.url, width: 360 });
  await context.addCookies([{ name: 'session', value: halina.cookies.get('session') ?? '', url: app.url }]);

  await page.goto(`/wnioski/${nth(story.applications, 0).id}/ocena`);
  expect(await axeFindings(page)).toEqual([]);
  expect(await hasSidewaysScroll(page)).toBe(false);
  for (const [index, { id, weight, isBonus, maxPoints }] of criteria.entries()) {
    const points = isBonus ? maxPoints : 4;
    if (index > 0) await page.click(`#points-k${id} summary`);
    await page.check(`input[name="points[k${id}]"][value="${points}"]`);
    await page.waitForFunction(
      ({ key, worth }) => document.getElementById(`worth-k${key}`)?.textContent?.trim().endsWith(`= ${worth}`),
      { key: id, worth: points * weight },
    );
  }
  expect(await page.textContent('#punkty')).toContain('80 / 100');
  expect(await page.textContent('#punkty')).toMatch(/Z\s+punktami dodatkowymi \(5\): 85/);

  await page.fill('textarea[name=justification]', justificationBy('Halina'));
  await page.waitForSelector('text=/Zapisano o \\d+\\.\\d\\d/');
  // The points may have been saved before the words.
  await expect
    .poll(() => db.get(sql`select state, justification from score_cards`), { timeout: 10_000 })
    .toEqual({
      state: 'draft',
      justification: justificationBy('Halina'),
    });

  await page.click('text=Przejrzyj i wyślij');
  await page.waitForURL(/wyslanie$/);
  expect(await axeFindings(page)).toEqual([]);
  await page.click('text=Wysyłam kartę');
  await page.waitForURL(/oceny$/);
  const sent = db.get(
    sql`select k.state, sum(p.points * c.weight) as points from score_cards k join score_points p on p.card_id = k.id join merit_criteria c on c.id = p.criterion_id`,
  );
  expect(sent).toEqual({ state: 'sent', points: 85 });
  await close();
  await app.close();
});

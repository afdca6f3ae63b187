import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishDecisions } from '../../src/features/decisions/commands/publish.ts';
import { initiativeOf } from '../../src/features/initiatives/queries.ts';
import { openSession } from '../../src/web/session.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser } from '../support/browser.ts';
import { approvedDecisions, preparedDecisions } from '../support/story/decisions.ts';
import { storyFor } from '../support/story/ground.ts';
import type { ScoredStory } from '../support/story/jury.ts';

const browser = openBrowser();
let app: TestApp;
let told: ScoredStory;

beforeAll(async () => {
  app = await startTestApp({ beginning: 'open', listening: true });
  app.deps.db.raw.pragma('synchronous = off');
  told = preparedDecisions(app, storyFor(app));
});
afterAll(() => app.close());

/** Joanna’s browser on a page, on a phone or at a desk. */
async function joannaAt(path: string, width: number): Promise<Page> {
  const { page, context } = await browser.newVisitor({ origin: app.url, width });
  const value = app.deps.db.write((tx) => openSession(tx, app.deps, told.coordinator.personId, 'Firefox'));
  await context.addCookies([{ name: 'session', value, url: app.url }]);
  await page.goto(path);
  return page;
}

test('while Joanna types amounts on her phone the pool and what is missing are counted beside them', async () => {
  const page = await joannaAt(`/nabory/${told.callId}/rozstrzygniecie`, 360);
  expect([await hasSidewaysScroll(page), await axeFindings(page)]).toEqual([false, []]);
  await page.locator('#rows-3-amount').fill('2500');
  await page.locator('#suma', { hasText: /O\s500,00\szł za dużo/u }).waitFor();
  await page.locator('#rows-3-amount').fill('1900');
  await page.locator('#rows-3-reason').fill('Zostało tyle w puli.');
  await page.locator('#suma', { hasText: /W\spuli zostaje 100,00\szł/u }).waitFor();
  expect(await page.locator('#suma .lights li').count()).toBe(0);
  expect(await page.locator('#rows-3-reason').inputValue()).toBe('Zostało tyle w puli.');
});

describe('after publication', () => {
  beforeAll(() => {
    approvedDecisions(app, told.callId, [
      { applicationId: told.applications[3]?.id ?? 0, reason: 'Zostało tyle w puli.' },
    ]);
    expect(publishDecisions(app.deps, told.coordinator, { callId: told.callId })).toMatchObject({ ok: true });
  });

  test('while the plan is talked over its sum is counted; Enter counts too, and never removes a row', async () => {
    const id = initiativeOf(app.deps.db, told.applications[3]?.id ?? 0)?.id;
    const page = await joannaAt(`/inicjatywy/${id}/kosztorys`, 360);
    expect([await hasSidewaysScroll(page), await axeFindings(page)]).toEqual([false, []]);
    await page.locator('#rows-0-amount').fill('900');
    await page.locator('#suma', { hasText: /Do przyznanej kwoty zostaje 100,00\szł/u }).waitFor();
    await page.locator('#rows-0-amount').press('Enter');
    await page.waitForLoadState();
    expect(await page.locator('#rows-0-amount').inputValue()).toBe('900');
    expect(await page.locator('tbody select').count()).toBe(6);
  });

  test('beside a longer „Co dalej” the card of a result ends where its words end', async () => {
    const page = await joannaAt(`/wnioski/${told.applications[0]?.id}/wynik`, 1280);
    const [card, beside, emptiness] = await page.evaluate(() => {
      const [left, right] = [...(document.querySelector('.cols')?.children ?? [])];
      const bottom = (element: Element | null | undefined) => element?.getBoundingClientRect().bottom ?? 0;
      return [bottom(left), bottom(right), bottom(left) - bottom(left?.lastElementChild)];
    });
    expect(card).toBeLessThan(beside ?? 0);
    expect(emptiness).toBeLessThan(40);
    await page.context().close();
  });

  test.each([360, 1280])('results and the pages of an initiative read well at %i px', async (width) => {
    const id = initiativeOf(app.deps.db, told.applications[0]?.id ?? 0)?.id;
    for (const path of [
      `/nabory/${told.callId}/wyniki`,
      `/wnioski/${told.applications[0]?.id}/wynik`,
      '/inicjatywy',
      `/inicjatywy/${id}`,
      `/inicjatywy/${id}/porozumienie`,
    ]) {
      const page = await joannaAt(path, width);
      expect([path, await hasSidewaysScroll(page), await axeFindings(page)]).toEqual([path, false, []]);
      await page.context().close();
    }
  });
});

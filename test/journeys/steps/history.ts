import { expect } from 'vitest';
import { accountant, director, joanna, jury } from '../cast.ts';
import type { Story } from '../story.ts';

/** C8. Each step stands in the history: who, when, what, from → to. Read from the newest, page by page. */
export async function readHistory(story: Story): Promise<void> {
  const wasilewska = await story.person(joanna);
  await wasilewska.turnTo('Pulpit');
  await wasilewska.follow('Historia: kto, kiedy, co');
  const pages = [await wasilewska.reads()];
  while (pages.length < 40 && pages.at(-1)?.includes('Dalej')) {
    await wasilewska.at('navigation', 'Strony historii').follow('Dalej');
    pages.push(await wasilewska.reads());
  }
  console.log(pages.join('\n=====\n'));
}

import { askedPaths } from './asked/paths.ts';
import { consultationPaths } from './consultation/paths.ts';
import { meetingPaths } from './dates/paths.ts';
import { orderPaths } from './orders/paths.ts';
import { callPaths } from './paths.ts';
import { publicationPaths } from './publications/paths.ts';
import type { Call } from './queries.ts';
import { rulesPaths } from './rules/paths.ts';
import { settingsLinkTexts } from './texts.ts';

/** The further pages of a call for its staff, under the headings of what they are about. With two calls or more the menu leads to the newest alone. */
export function settingsLinks({ id, state }: Call, mayChange: boolean) {
  const { heads, names } = settingsLinkTexts;
  const work = [
    { name: names.applications, href: callPaths.applicationsOf(id) },
    { name: names.jury, href: callPaths.juryOf(id) },
    { name: names.ranking, href: callPaths.rankingOf(id) },
    { name: names.lateLinks, href: callPaths.lateLinksOf(id) },
  ];
  const second = { name: names.secondSignature, href: callPaths.secondSignatureOf(id) };
  return [
    {
      ...{ id: 'teksty', head: heads.texts },
      links: [
        { name: names.rules, href: rulesPaths.editorOf(id, 'rules') },
        { name: names.privacy, href: rulesPaths.editorOf(id, 'privacy') },
        { name: names.orders, href: orderPaths.listOf(id) },
        { name: names.publications, href: publicationPaths.listOf(id) },
      ],
    },
    {
      ...{ id: 'rozmowa', head: heads.talk },
      links: [
        { name: names.opinions, href: consultationPaths.opinionsOf(id) },
        { name: names.meetings, href: meetingPaths.listOf(id) },
        { name: names.asked, href: askedPaths.listOf(id) },
        { name: names.changes, href: callPaths.changesOf(id) },
      ],
    },
    {
      ...{ id: 'praca', head: heads.work },
      links: [...(state === 'draft' || !mayChange ? work.slice(-1) : work), ...(mayChange ? [second] : [])],
    },
  ];
}

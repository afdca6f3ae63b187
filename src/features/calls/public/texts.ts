import type { Stage } from '../stages.ts';
import { stageNames, untilText } from '../texts.ts';
import type { ListPlace } from './announced.ts';

export const publicTitles = {
  list: 'Konkursy',
  announcementText: 'Ogłoszenie o konkursie',
} as const;

export const listHeadings: Readonly<Record<ListPlace, string>> = {
  open: 'Można składać wnioski',
  before: 'Wkrótce',
  running: 'W toku',
  over: 'Zakończone',
};

export const placeTags: Readonly<Record<ListPlace, { text: string; tone: string }>> = {
  open: { text: 'nabór trwa', tone: 'now' },
  before: { text: 'nabór się zacznie', tone: '' },
  running: { text: 'nabór zakończony', tone: '' },
  over: { text: 'zakończony', tone: 'draft' },
};

export const publicFlashes = {
  posterAsked: 'Plakat będzie gotowy za chwilę. Znajdziesz go na stronie konkursu i w ustawieniach.',
} as const;

/** „Nabór wniosków do piątku 15 marca 2024 r., godz. 15.00 – Małe pomysły” */
export function eventTitle({ kind, endsAt }: Pick<Stage, 'kind' | 'endsAt'>, callTitle: string): string {
  const name = stageNames[kind];
  return `${kind === 'submission' && endsAt !== null ? `${name} do ${untilText(endsAt)}` : name} – ${callTitle}`;
}

import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { callPaths } from '../../calls/paths.ts';
import type { Call } from '../../calls/queries.ts';
import type { Concerned } from '../concerned.ts';
import type { Notice } from './notice.ts';
import { changesTitle } from './texts.ts';

/** What the page about the letters of any change shows beside the change itself: to how many they go, never to whom. */
export function noticePageOf<Words extends object>(
  call: Call,
  rights: { readonly mayChange: boolean },
  words: Words,
  people: readonly Concerned[],
  notice: Notice | undefined,
) {
  return {
    ...words,
    call: { ...call, title: quoted(call.title) },
    drafts: people.filter(({ isDraft }) => isDraft).length,
    submitted: people.filter(({ isDraft }) => !isDraft).length,
    all: people.length,
    decided: notice === undefined ? null : { letters: notice.letters, on: longMoment(notice.decidedAt) },
    mayDecide: notice === undefined && rights.mayChange,
    changesName: changesTitle,
    changes: callPaths.changesOf(call.id),
    show: callPaths.showOf(call.id),
    settings: callPaths.settingsOf(call.id),
  };
}

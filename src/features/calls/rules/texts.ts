import { type Instant, warsawDay } from '../../../lib/days.ts';
import { counted } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import { faultWords } from '../../correspondence/fault-texts.ts';
import type { LegalKind } from '../definitions.ts';
import type { LegalFault } from './language.ts';
import type { LegalSave } from './queries.ts';

export const legalTitles: Readonly<Record<LegalKind, string>> = {
  rules: 'Treść regulaminu',
  privacy: 'Klauzula o danych osobowych',
};

export const previewTitle = 'Podgląd tekstu';

/** „wersja 2 regulaminu”, after a name of the text in the genitive. */
export const legalGenitives: Readonly<Record<LegalKind, string>> = {
  rules: 'regulaminu',
  privacy: 'klauzuli o danych osobowych',
};

export const legalMessages = {
  missing: 'Wpisz tekst. Jeśli chcesz wrócić do opublikowanego, odłóż zmiany.',
  too_long: (most: number) => `Tekst może mieć najwyżej ${counted(most, 'znak', 'znaki', 'znaków')}. Skróć go.`,
} as const;

export const legalRefusals: RefusalTexts = {
  edited_meanwhile: () =>
    'Ktoś zapisał ten tekst w międzyczasie. Poniżej są obie wersje: porównaj je i zapisz tę, która ma zostać. Tamta nie zginie: jest wśród wcześniejszych zapisów.',
  text_unchanged: () => 'Nie ma zmian: ten tekst jest już opublikowany.',
  text_faulty: () =>
    'Tego tekstu nie można jeszcze opublikować. Popraw miejsca wymienione na górze strony i zapisz tekst.',
  reason_missing: () =>
    'Konkurs jest ogłoszony: napisz jednym zdaniem, dlaczego zmieniasz ten tekst. Powód zobaczą wszyscy na stronie konkursu.',
};

export const legalFlashes = {
  saved: 'Tekst jest zapisany. Inni zobaczą go po opublikowaniu.',
  faulty: 'Tekst jest zapisany, ale nie da się go jeszcze pokazać. Popraw miejsca wymienione na górze.',
  putAside: 'Zmiany są odłożone. Znajdziesz je wśród wcześniejszych zapisów.',
  published: (kind: LegalKind, number: number) => `Opublikowano wersję ${number} ${legalGenitives[kind]}.`,
} as const;

/** What is wrong with a line and what to put there. */
export function legalFaultWords(fault: LegalFault): string {
  switch (fault.code) {
    case 'no_sections':
      return 'W tekście nie ma ani jednego paragrafu. Zacznij go od linii „§ Tytuł paragrafu”.';
    case 'section_untitled':
      return at(fault, 'po znaku § brakuje tytułu. Wpisz go w tej samej linii; numer nada system.');
    case 'section_empty':
      return at(fault, `paragraf „${short(fault)}” jest pusty. Dopisz pod nim „1.” i treść albo usuń go.`);
    case 'outside_point':
      return at(fault, `„${short(fault)}” nie ma numeru. Zacznij tę linię od „1.”, a punkt niżej od „1)”.`);
    case 'point_alone':
      return at(fault, `nad „${short(fault)}” brakuje paragrafu albo ustępu. Wpisz wyżej „§ Tytuł”, a pod nim „1.”.`);
    case 'foreign_mark':
      return at(
        fault,
        `„${short(fault)}” to nie jest paragraf ani ustęp. Zacznij tę linię od „§”, „1.”, „1)” albo „a)”.`,
      );
    default:
      return faultWords(fault, false);
  }
}

function at({ line }: LegalFault, words: string): string {
  return `Linia ${line}: ${words}`;
}

function short({ found }: LegalFault): string {
  return found.length > 40 ? `${found.slice(0, 40).trimEnd()}…` : found;
}

export const stepNames: Readonly<Record<LegalSave['step'], string>> = {
  saved: 'zapisano',
  published: 'opublikowano',
  put_aside: 'odłożono',
};

export const editorTexts = {
  callCrumb: 'Konkurs',
  standing: (number: number, isDraft: boolean) =>
    isDraft
      ? `Ostatnia wersja: ${number}. Konkurs jest szkicem, więc tekst można zmieniać do woli.`
      : `Obowiązuje wersja ${number}. Konkurs jest ogłoszony, więc zmiana wymaga powodu i nowej wersji.`,
  reasonInDraft: 'Do historii wersji, na przykład: uwagi radcy.',
  reasonAnnounced: 'Jedno zdanie. Przeczytają je wszyscy na stronie konkursu.',
  announced: (at: Instant) => `Tak brzmiała, gdy ją ogłoszono ${longMoment(at)}.`,
} as const;

/** „Zmieniono regulamin 12 marca 2024 r.” */
export function textChangeHead(kind: LegalKind, at: Instant): string {
  const what = kind === 'rules' ? 'regulamin' : 'klauzulę o danych osobowych';
  return `Zmieniono ${what} ${longDate(warsawDay(at))}`;
}

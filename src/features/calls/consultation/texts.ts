import { counted } from '../../../lib/polish.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import type { OpinionOutcome } from './queries.ts';

export const consultationTitles = {
  show: 'Konsultacje projektu regulaminu',
  opinions: 'Opinie o projekcie regulaminu',
  opinion: 'Odpowiedź na opinię',
} as const;

export const consultationFlashes = {
  given: 'Dziękujemy, opinia jest zapisana. Odpowiemy na nią w podsumowaniu konsultacji.',
  shared: 'Projekt regulaminu jest udostępniony. Opinie można przesyłać w dniach konsultacji z terminarza.',
  answered: 'Odpowiedź jest zapisana. Ukaże się w podsumowaniu.',
  published: 'Podsumowanie jest opublikowane. PDF będzie gotowy za chwilę.',
} as const;

export const outcomeNames: Readonly<Record<OpinionOutcome, string>> = {
  taken: 'uwzględniona',
  partly: 'uwzględniona częściowo',
  not_taken: 'nieuwzględniona',
  noted: 'przyjęta do wiadomości',
  set_aside: 'odłożona, poza podsumowaniem',
};

export const outcomeTones: Readonly<Record<OpinionOutcome, string>> = {
  taken: 'ok',
  partly: 'ok',
  not_taken: '',
  noted: '',
  set_aside: 'draft',
};

export const wholeDraft = 'Cały projekt';
export const annexNames = [
  'Załącznik nr 1. Kwoty i liczby',
  'Załącznik nr 2. Terminarz',
  'Załącznik nr 3. Rodzaje kosztów',
  'Załącznik nr 4. Kryteria',
] as const;

export const sectionName = (mark: number, title: string): string => `§ ${mark}. ${title}`;

export const opinionMessages = {
  opinion_missing: 'Wpisz opinię.',
  opinion_too_long: 'Opinia może mieć najwyżej 4000 znaków. Skróć ją albo prześlij dwie.',
  line_too_long: 'Ten tekst może mieć najwyżej 200 znaków.',
  outcome_missing: 'Wybierz, co robicie z tą opinią.',
  answer_missing: 'Napisz odpowiedź. Przy odłożonej opinii wystarczy jedno zdanie, dlaczego.',
  summary_missing: 'Napisz kilka zdań podsumowania: co się zmieni w regulaminie, a co nie.',
} as const;

export const consultationRefusals: RefusalTexts = {
  looks_automatic: () => 'Nie udało się wysłać. Naciśnij „Wyślij opinię” jeszcze raz; tekst jest poniżej.',
  too_many_words: () =>
    'Z tej sieci przyszło w ciągu godziny bardzo dużo wiadomości. Spróbuj za godzinę albo zadzwoń do nas.',
  consultation_closed: () =>
    'Konsultacje są już zakończone. Opinii nie można dodać; tekst jest poniżej, możesz go skopiować i wysłać do nas zwykłym listem.',
  place_unknown: () => 'Wybierz z listy, której części dotyczy opinia.',
  consultation_open: () => 'Konsultacje jeszcze trwają. Podsumowanie można opublikować po ich końcu.',
  opinions_unanswered: (facts) =>
    `Najpierw odpowiedz na wszystkie opinie: ${counted(Number(facts['count']), 'czeka', 'czekają', 'czeka')} jeszcze.`,
  summary_published: () => 'Podsumowanie jest już opublikowane, więc odpowiedzi nie można zmienić.',
  no_stage: () => 'W terminarzu nie ma konsultacji projektu regulaminu. Najpierw dodaj ich daty.',
  already_shared: () => 'Projekt jest już udostępniony.',
};

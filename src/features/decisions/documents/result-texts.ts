import type { DecisionKind } from '../policy.ts';

/** The letters about a result, one for each outcome; staff change them in versions. */
export const resultTexts: Readonly<Record<DecisionKind, string>> = {
  award: letter(
    'Inicjatywa wybrana',
    `Wasza inicjatywa {{tytuł}} została wybrana w konkursie {{konkurs}}. Gratulujemy.

[przyznana-kwota]

{{#if zmniejszona}}
We wniosku było {{wnioskowana}}. Jeśli za przyznaną kwotę nie da się tego zrobić, zadzwońcie: razem poszukamy rozwiązania. Możecie też zrezygnować.
{{/if}}`,
    `1) Zadzwonimy, żeby uzgodnić kosztorys{{#if rozmowy}} (rozmowy: {{rozmowy}}){{/if}}.
2) Potem podpiszemy porozumienie. Do tego czasu niczego nie kupujcie.
3) Działacie{{#if realizacja}} w terminie {{realizacja}}{{/if}}, a biblioteka zamawia i płaci.`,
  ),
  reserve: letter(
    'Inicjatywa na liście rezerwowej',
    `Wasza inicjatywa {{tytuł}} jest na liście rezerwowej, na miejscu {{miejsce-rezerwowe}}.

{{dlaczego-rezerwa}}`,
    `1) Jeśli zwolnią się pieniądze, bo na przykład któraś grupa zrezygnuje, proponujemy je grupom z tej listy po kolei, od miejsca 1.
{{#if rozmowy}}
2) Rozmowy z wybranymi grupami: {{rozmowy}}.
{{/if}}
3) Gdy przyjdzie kolej na Was, napiszemy i zadzwonimy, a Wy zdecydujecie.
4) Do tego czasu nie musicie nic robić. Niczego też nie kupujcie.`,
  ),
  refusal: letter(
    'Inicjatywa nie została wybrana',
    'Wasza inicjatywa {{tytuł}} nie została wybrana w konkursie {{konkurs}}. Dziękujemy za pracę nad nią.',
    `1) Przeczytajcie uzasadnienia komisji.
2) Przyjdźcie porozmawiać: podpowiemy, jak rozwinąć pomysł albo zrobić jego część z biblioteką.`,
  ),
};

function letter(title: string, outcome: string, next: string): string {
  return `[adresat]

# ${title}
## Wniosek {{numer}}

Dzień dobry,

${outcome}

Punkty: {{punkty}}, miejsce {{miejsce}}.{{#if brak-do-progu}} Próg to {{próg}}, zabrakło {{brak-do-progu}}.{{/if}}{{#if za-mało-punktów}} Wniosek ma {{za-mało-punktów}}.{{/if}}{{#if brak-do-wybranych}} Do ostatniej wybranej inicjatywy zabrakło {{brak-do-wybranych}}.{{/if}} Szczegóły i uzasadnienia komisji są w załączniku.

{{#if jest-uzasadnienie}}
## Uzasadnienie
{{/if}}
[uzasadnienie]

## Co dalej
${next}

Gdy coś jest niejasne, zadzwońcie{{#if telefon}}: tel. {{telefon}}{{#if godziny}}, {{godziny}}{{/if}}{{/if}}. Wynik na ekranie: {{strona}}

[podpis]

[punkty]`;
}

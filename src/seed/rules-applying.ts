import type { LegalSection } from '../features/calls/definitions.ts';
import type { Named } from './named.ts';

export function applying({ library, programme }: Named): LegalSection[] {
  return [
    {
      title: 'O konkursie',
      items: [
        {
          text: `Konkurs ogłasza ${library.name}, ${library.street}, ${library.postalCode} ${library.city} (dalej: „biblioteka”).`,
        },
        {
          text: programme,
        },
        { text: 'W konkursie wybieramy inicjatywy mieszkańców, które biblioteka zrealizuje razem z nimi.' },
        {
          text: 'Inicjatywa to działanie kulturalne lub edukacyjne, które odpowiada na potrzeby mieszkańców, włącza ich i wiąże się z czytaniem albo z biblioteką jako miejscem spotkań.',
        },
        {
          text: 'Kwoty konkursu podaje załącznik nr 1, terminy – załącznik nr 2, rodzaje kosztów – załącznik nr 3, a kryteria oceny – załącznik nr 4. Są częścią regulaminu.',
        },
        {
          text: 'Projekt regulaminu był konsultowany z mieszkańcami. Regulamin wprowadza zarządzeniem dyrektor biblioteki.',
        },
      ],
    },
    {
      title: 'Kto może złożyć wniosek',
      items: [
        {
          text: 'Wniosek może złożyć ten, kogo wymienia załącznik nr 1, na warunkach tam podanych. Kto skończył 18 lat, działa we własnym imieniu; za młodszych potrzebna jest pisemna zgoda rodzica lub opiekuna prawnego, a porozumienie podpisuje osoba pełnoletnia.',
        },
        {
          text: 'Organizacja to także koło gospodyń wiejskich, ochotnicza straż pożarna lub klub, wpisane do dowolnego rejestru lub ewidencji. Koło gospodyń wiejskich, które nie jest w Krajowym Rejestrze Kół Gospodyń Wiejskich, składa wniosek jako grupa nieformalna.',
        },
        { text: 'Wiek liczymy w dniu złożenia wniosku.' },
        { text: 'Każdy wniosek ma lidera. Lider kontaktuje się z biblioteką w imieniu grupy.' },
        {
          text: 'Ta sama grupa, ten sam lider i ta sama organizacja mogą złożyć najwyżej tyle wniosków, ile podaje załącznik nr 1. Jeśli złożą więcej, oceniamy ten, który wpłynął pierwszy.',
        },
        {
          text: 'Wniosków nie składają pracownicy biblioteki, członkowie komisji ani osoby z ich najbliższej rodziny lub gospodarstwa domowego.',
        },
        { text: 'Inicjatywa musi odbyć się na obszarze wskazanym w załączniku nr 1.' },
      ],
    },
    {
      title: 'Pieniądze',
      items: [
        {
          text: 'Pieniędzy nie wypłacamy. To biblioteka zamawia, kupuje i płaci, na podstawie faktur, rachunków i umów wystawionych na bibliotekę.',
        },
        { text: 'Pulę konkursu oraz najmniejszą i największą kwotę na jedną inicjatywę podaje załącznik nr 1.' },
        {
          text: 'Wkładu pieniężnego nie wymagamy. Praca, rzeczy, miejsce i umiejętności, które wnosi grupa, opisuje się we wniosku; nie wchodzą one do kosztorysu.',
        },
        {
          text: 'Koszt jest kwalifikowany, gdy:',
          points: [
            'jest potrzebny do inicjatywy i ujęty w uzgodnionym kosztorysie,',
            'należy do jednego z rodzajów kosztów z załącznika nr 3 i mieści się w jego limicie,',
            'powstał w okresie realizacji, a biblioteka zapłaciła go w okresie płatności,',
            'ma rozsądną cenę; od kwoty ustalonej w bibliotece potrzebne jest porównanie 2–3 ofert.',
          ],
        },
        { text: 'Wynagrodzenia planuje się w pełnym koszcie, z podatkami i składkami. Biblioteka pomaga to policzyć.' },
        {
          text: 'Rzeczy trwałe kupione w ramach inicjatywy są własnością biblioteki. Biblioteka zapisuje je w inwentarzu i może je grupie wypożyczać.',
        },
      ],
    },
    {
      title: 'Jak złożyć wniosek',
      items: [
        {
          text: 'Wniosek składa się przez stronę konkursu. Kto nie ma adresu e-mail lub komputera, może złożyć go na papierze albo wypełnić w bibliotece razem z pracownikiem.',
        },
        {
          text: 'Wniosek pisze się po polsku. Tytuł, teksty i załączniki mogą być także w języku mniejszości narodowej.',
        },
        {
          text: 'Liczy się chwila, w której wniosek wpłynął do biblioteki według zegara strony konkursu, a na papierze – chwila przyjęcia w bibliotece. Wniosek, który wpłynął po terminie, nie jest oceniany.',
        },
        { text: 'Złożony wniosek dostaje numer, a lider – potwierdzenie z kopią wniosku.' },
        {
          text: 'Do końca naboru wniosek można wycofać. Złożonego wniosku nie można zmieniać, chyba że biblioteka poprosi o poprawienie.',
        },
        {
          text: 'Przed złożeniem można skorzystać z konsultacji w bibliotece. Nie są obowiązkowe i nie mają wpływu na punkty.',
        },
      ],
    },
  ];
}

import type { Chapter } from './support/story/competition.ts';

/** Somebody who may see or do it, and those who may enter the route but must not learn that this record exists. */
export interface ForeignRow {
  /** With names of the story's records in braces, e.g. `GET /wnioski/{draft}`. */
  readonly request: string;
  readonly holder: string;
  readonly strangers: readonly string[];
}

const otherGroups = ['leader of draft', 'leader of running', 'provisional'];
const staff = ['coordinator', 'director', 'accountant', 'inspector'];
const staffElsewhere = staff.map((role) => `${role} elsewhere`);

const row = (holder: string, requests: readonly string[], strangers: readonly string[]): ForeignRow[] =>
  requests.map((request) => ({ request, holder, strangers }));

/** By hand, at the moment of the story when the holder may: whose record it is, and to whom it is as if it were not. */
export const foreignRows: Partial<Record<Chapter, ForeignRow[]>> = {
  'groups write': [
    ...row(
      'leader of draft',
      [
        'GET /wnioski/{draft}',
        'GET /wnioski/{draft}/czesci/kosztorys',
        'POST /wnioski/{draft}/czesci/kosztorys',
        'POST /wnioski/{draft}/czesci/kosztorys/szkic',
        'POST /wnioski/{draft}/czesci/kosztorys/suma',
        'GET /wnioski/{draft}/czesci/kosztorys/wklejanie',
        'POST /wnioski/{draft}/czesci/kosztorys/wklejanie',
        'GET /wnioski/{draft}/czesci/harmonogram/wklejanie',
        'POST /wnioski/{draft}/czesci/harmonogram/wklejanie',
        'GET /wnioski/{draft}/czesci/zalaczniki',
        'POST /wnioski/{draft}/czesci/zalaczniki',
        'POST /wnioski/{draft}/czesci/zalaczniki/{attachment}/usuniecie',
        'GET /wnioski/{draft}/czesci/sprawdz',
        'POST /wnioski/{draft}/formularz',
        'POST /wnioski/{draft}/zlozenie',
      ],
      ['applicant', 'provisional', ...staff, ...staffElsewhere, 'administrator'],
    ),
    ...row(
      'late person',
      ['GET /wnioski/po-terminie/{late link}'],
      ['applicant', 'leader of draft', 'coordinator', 'administrator'],
    ),
    ...row(
      'leader of draft',
      [
        'POST /wnioski/{draft}/wydruk',
        'GET /wnioski/{draft}/osoby',
        'POST /wnioski/{draft}/osoby',
        'POST /wnioski/{draft}/osoby/{co-author}/prawo',
        'POST /wnioski/{draft}/osoby/{co-author}/usuniecie',
        'POST /wnioski/{draft}/zaproszenia/{invitation}/odwolanie',
      ],
      ['applicant', 'coordinator'],
    ),
    ...row(
      'leader of draft',
      [
        'GET /wnioski/{draft}/opiekun',
        'POST /wnioski/{draft}/opiekun',
        'POST /wnioski/{draft}/opiekun/kartka',
        'POST /wnioski/{draft}/opiekun/podpis',
      ],
      ['applicant', 'provisional', ...staff, ...staffElsewhere, 'administrator'],
    ),
    ...row(
      'coordinator',
      ['GET /wnioski/{reserve}/opiekun', 'POST /wnioski/{reserve}/opiekun'],
      ['applicant', 'leader of draft', 'juror elsewhere', 'coordinator elsewhere', 'administrator'],
    ),
    ...row('coordinator', ['POST /wnioski/{reserve}/opiekun/koniec'], ['coordinator elsewhere']),
    ...row(
      'leader of draft',
      ['GET /wnioski/{draft}/wiadomosci', 'POST /wnioski/{draft}/wiadomosci'],
      ['applicant', 'provisional', ...staff],
    ),
    ...row(
      'applicant',
      ['GET /wnioski/{settled}/wiadomosci', 'POST /wnioski/{settled}/wiadomosci/przeczytane'],
      ['leader of draft', 'accountant', 'coordinator elsewhere', 'juror elsewhere'],
    ),
    ...row(
      'colleague',
      [
        'GET /nabory/{rehearsal}/proba',
        'GET /nabory/{rehearsal}/proba/listy',
        'GET /nabory/{rehearsal}/proba/listy/{caught letter}',
        'GET /nabory/{rehearsal}/dane-osobowe',
        'GET /wnioski/{played draft}',
      ],
      ['applicant', 'leader of running', 'inspector', 'coordinator elsewhere', 'administrator'],
    ),
    ...row(
      'coordinator',
      [
        'POST /nabory/{rehearsal}/proba/etap',
        'POST /nabory/{rehearsal}/proba/role',
        'GET /nabory/{rehearsal}/proba/zamkniecie',
        'POST /nabory/{rehearsal}/proba/zamkniecie',
      ],
      ['coordinator elsewhere'],
    ),
    ...row('provisional', ['GET /wnioski/{begun}', 'POST /wnioski/{begun}/adres'], ['applicant', ...staff]),
    ...row(
      'applicant',
      ['GET /wnioski/{settled}', 'GET /wnioski/{settled}/potwierdzenie'],
      [...otherGroups, ...staffElsewhere, 'juror elsewhere', 'administrator'],
    ),
    ...row(
      'leader of running',
      [
        'POST /wnioski/{running}/zmiana',
        'GET /wnioski/{amendment}/odlozenie',
        'POST /wnioski/{amendment}/odlozenie',
        'GET /wnioski/{amendment}/czesci/idea',
      ],
      ['applicant', 'leader of draft', 'provisional', ...staff, ...staffElsewhere, 'administrator'],
    ),
    ...row(
      'leader of running',
      ['GET /wnioski/{running}/wersje', 'GET /wnioski/{running}/wersje/1'],
      ['applicant', 'leader of draft', ...staffElsewhere, 'juror elsewhere', 'administrator'],
    ),
    ...row(
      'applicant',
      ['GET /wnioski/{settled}/wycofanie', 'POST /wnioski/{settled}/wycofanie'],
      [...otherGroups, ...staff, 'administrator'],
    ),
    ...row(
      'coordinator',
      [
        'GET /nabory/{call}/terminarz',
        'POST /nabory/{call}/terminarz',
        'GET /nabory/{call}/przesuniecie',
        'POST /nabory/{call}/przesuniecie',
        'GET /nabory/{call}/kwoty',
        'POST /nabory/{call}/kwoty',
        'POST /nabory/{call}/formularz/zmiana',
        'POST /nabory/{call}/formularz/publikacja',
        'POST /nabory/{call}/formularz/odrzucenie',
        'GET /nabory/{call}/formularz/nowe/idea',
        'POST /nabory/{call}/formularz/nowe/idea',
        'GET /nabory/{call}/formularz/pytania/summary',
        'POST /nabory/{call}/formularz/pytania/summary',
        'GET /nabory/{call}/formularz/oswiadczenia',
        'POST /nabory/{call}/formularz/oswiadczenia',
        'POST /nabory/{call}/ogloszenie',
        'POST /nabory/{call}/szkic',
        'POST /nabory/{call}/regulamin',
        'POST /nabory/{call}/plakat',
        'POST /nabory/{call}/pytania/{question}',
        'POST /nabory/{call}/zmiany/{change}',
        'POST /nabory/{call}/publikacje/{publication}/list',
        'POST /nabory/{call}/opinie/projekt',
        'POST /nabory/{call}/spotkania',
        'POST /nabory/{call}/spotkania/{meeting}/odwolanie',
        'POST /nabory/{call}/opinie/podsumowanie',
        'POST /nabory/{call}/opinie/{opinion}',
        'POST /nabory/{call}/po-terminie',
        'POST /nabory/{call}/po-terminie/{late link}/cofniecie',
        'POST /nabory/{call}/formularz/druk',
        'GET /nabory/{call}/proby',
        'POST /nabory/{call}/proby',
        'GET /nabory/{call}/opis',
        'POST /nabory/{call}/opis',
        'GET /nabory/{call}/kto',
        'POST /nabory/{call}/kto',
        'GET /nabory/{call}/etapy',
        'POST /nabory/{call}/etapy',
        'GET /nabory/{call}/koszty',
        'POST /nabory/{call}/koszty',
        'GET /nabory/{call}/kryteria-formalne',
        'POST /nabory/{call}/kryteria-formalne',
        'GET /nabory/{call}/czeste-pytania',
        'POST /nabory/{call}/czeste-pytania',
        'GET /nabory/{call}/kryteria',
        'POST /nabory/{call}/kryteria',
        'POST /nabory/{call}/teksty/regulamin',
        'POST /nabory/{call}/teksty/regulamin/publikacja',
        'POST /nabory/{call}/teksty/regulamin/odlozenie',
      ],
      ['coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      [
        'GET /nabory/{call}/ustawienia',
        'GET /nabory/{call}/formularz',
        'GET /nabory/{call}/pytania/odpowiedzi',
        'GET /nabory/{call}/zmiany',
        'GET /nabory/{call}/opinie',
        'GET /nabory/{call}/spotkania',
        'GET /nabory/{call}/opinie/{opinion}',
        'GET /nabory/{call}/zmiany/{change}',
        'GET /nabory/{call}/publikacje/{publication}/list',
        'GET /nabory/{call}/po-terminie',
        'GET /nabory/{call}/pytania/{question}',
        'GET /nabory/{call}/teksty/regulamin',
        'GET /nabory/{call}/teksty/regulamin/podglad',
        'GET /nabory/{call}/teksty/regulamin/pdf',
        'GET /nabory/{call}/zarzadzenia',
        'GET /nabory/{call}/publikacje',
        'GET /nabory/{call}/publikacje/{publication}',
      ],
      staffElsewhere,
    ),
    ...row(
      'coordinator',
      [
        'GET /nabory/{call}/w-imieniu',
        'POST /nabory/{call}/w-imieniu',
        'GET /wnioski/{keyed in}/w-imieniu',
        'POST /wnioski/{keyed in}/w-imieniu/wplyw',
        'POST /wnioski/{keyed in}/w-imieniu/podpis',
        'POST /wnioski/{keyed in}/w-imieniu/list',
        'POST /wnioski/{keyed in}/w-imieniu/kod',
      ],
      ['coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /wnioski/{keyed in}/czesci/idea', 'POST /wnioski/{keyed in}/czesci/idea'],
      ['leader of draft', 'director', 'coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      ['POST /nabory/{call}/zarzadzenie', 'POST /nabory/{call}/zarzadzenia', 'POST /nabory/{call}/publikacje'],
      ['coordinator elsewhere', 'director elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /nabory/{otherCall}/regulamin', 'GET /nabory/{otherCall}/dane-osobowe'],
      ['visitor', 'provisional', 'applicant'],
    ),
    ...row('coordinator', ['GET /nabory/{call}/dokumenty', 'GET /nabory/{call}/dokumenty.zip'], staffElsewhere),
    ...row(
      'applicant',
      ['GET /wnioski/{settled}/dokumenty', 'GET /wnioski/{settled}/dokumenty.zip'],
      ['leader of draft', 'leader of running', ...staffElsewhere, 'juror elsewhere', 'administrator'],
    ),
    ...row('applicant', ['POST /konto/urzadzenia/{session}/wylogowanie'], ['leader of draft', 'administrator']),
  ],
  'the coordinator checks': [
    ...row(
      'coordinator',
      ['POST /nabory/{call}/dokumenty/{paper call_rules}/ponowienie'],
      ['coordinator elsewhere', 'director elsewhere', 'accountant elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /nabory/{call}/ocena-formalna', 'GET /wnioski/{settled}/ocena-formalna'],
      ['coordinator elsewhere', 'director elsewhere', 'inspector elsewhere'],
    ),
    ...row(
      'coordinator',
      [
        'POST /wnioski/{settled}/ocena-formalna',
        'POST /wnioski/{refused}/ocena-formalna/drugi-podpis',
        'POST /wnioski/{refused}/ocena-formalna/odeslanie',
        'GET /nabory/{call}/drugi-podpis',
        'POST /nabory/{call}/drugi-podpis',
        'GET /wnioski/{settled}/ocena-formalna/poprawki',
        'POST /wnioski/{settled}/ocena-formalna/poprawki',
        'POST /wnioski/{negotiated}/ocena-formalna/poprawki/odwolanie',
      ],
      ['coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /skrzynka/{letter}', 'GET /skrzynka/{letter}/list.eml'],
      ['coordinator elsewhere', 'inspector elsewhere', 'administrator', 'applicant'],
    ),
    ...row(
      'coordinator',
      ['POST /skrzynka/{letter}/ponowienie'],
      ['coordinator elsewhere', 'inspector', 'administrator'],
    ),
  ],
  'jurors declare': [
    ...row(
      'leader of rejected',
      ['GET /wnioski/{rejected}/ponowne-sprawdzenie', 'POST /wnioski/{rejected}/ponowne-sprawdzenie'],
      ['applicant', 'coordinator', 'director elsewhere'],
    ),
    ...row('coordinator', ['POST /wnioski/{rejected}/ocena-formalna/prosba'], ['coordinator elsewhere']),
    ...row(
      'coordinator',
      ['GET /skrzynka/osoby/{recipient of refused}'],
      ['coordinator elsewhere', 'inspector elsewhere', 'administrator'],
    ),
    ...row(
      'coordinator',
      [
        'GET /skrzynka/osoby/{recipient of refused}/dane',
        'POST /skrzynka/osoby/{recipient of refused}/dane',
        'POST /skrzynka/{on paper}/wydruk',
        'GET /skrzynka/{on paper}/przekazanie/poczta',
        'POST /skrzynka/{on paper}/przekazanie/poczta',
        'GET /skrzynka/{posted}/wpisy/{dispatch}/poprawka',
        'POST /skrzynka/{posted}/wpisy/{dispatch}/poprawka',
        'GET /skrzynka/{posted}/wpisy/{dispatch}/potwierdzenie',
        'POST /skrzynka/{posted}/wpisy/{dispatch}/potwierdzenie',
      ],
      ['coordinator elsewhere', 'administrator'],
    ),
    ...row(
      'coordinator',
      ['GET /wnioski/{settled}/rozmowa', 'POST /wnioski/{settled}/rozmowa'],
      ['coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /nabory/{call}/komisja'],
      ['coordinator elsewhere', 'director elsewhere', 'inspector elsewhere'],
    ),
    ...row(
      'coordinator',
      ['POST /nabory/{call}/komisja', 'POST /nabory/{call}/komisja/{member}/odwolanie'],
      ['coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /nabory/{call}/komisja/powiazania', 'POST /nabory/{call}/komisja/{member}/powiazania/{settled}'],
      ['coordinator elsewhere', 'juror elsewhere', 'excluded juror'],
    ),
    ...row('coordinator', ['POST /nabory/{call}/komisja/zarzadzenie'], ['coordinator elsewhere', 'director elsewhere']),
    ...row('juror', ['GET /komisja/{call}/oswiadczenie', 'POST /komisja/{call}/oswiadczenie'], ['juror elsewhere']),
    ...row(
      'coordinator',
      ['GET /pisma/wysylki/{sent mailing}', 'GET /pisma/wysylki/{draft mailing}'],
      ['coordinator elsewhere', 'inspector elsewhere'],
    ),
    ...row(
      'coordinator',
      [
        'GET /pisma/wysylki/{draft mailing}/adresaci',
        'POST /pisma/wysylki/{draft mailing}/adresaci',
        'GET /pisma/wysylki/{draft mailing}/tresc',
        'POST /pisma/wysylki/{draft mailing}/tresc',
        'POST /pisma/wysylki/{draft mailing}/listy',
        'GET /pisma/wysylki/{draft mailing}/listy/{letter of draft mailing}',
        'POST /pisma/wysylki/{draft mailing}/listy/{letter of draft mailing}',
        'POST /pisma/wysylki/{draft mailing}/listy/{letter of draft mailing}/pominiecie',
        'POST /pisma/wysylki/{draft mailing}/wyslanie',
        'POST /pisma/wysylki/{draft mailing}/odwolanie',
      ],
      ['coordinator elsewhere'],
    ),
  ],
  'jurors score': [
    ...row(
      'director',
      ['POST /wnioski/{rejected}/ocena-formalna/prosba/odpowiedz'],
      ['coordinator elsewhere', 'director elsewhere'],
    ),
    ...row('juror', ['POST /komisja/{call}/oswiadczenie/wydruk'], ['juror elsewhere']),
    ...row(
      'director',
      ['POST /wnioski/{running}/ocena-formalna/wydruk'],
      ['excluded staff', 'coordinator elsewhere', 'director elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /pisma/wysylki/{draft mailing}/listy/{letter about running}'],
      ['excluded staff', 'coordinator elsewhere'],
    ),
    ...row('juror', ['GET /wnioski/{settled}'], ['excluded juror', 'juror elsewhere']),
    ...row(
      'juror',
      ['GET /wnioski/{settled}/dokumenty', 'GET /wnioski/{settled}/dokumenty.zip'],
      ['excluded juror', 'juror elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /wnioski/{running}/dokumenty', 'GET /wnioski/{running}/dokumenty.zip'],
      ['excluded staff'],
    ),
    ...row(
      'coordinator',
      ['GET /wnioski/{settled}/wiadomosci', 'POST /wnioski/{settled}/wiadomosci'],
      ['juror', 'excluded juror', 'accountant'],
    ),
    ...row('coordinator', ['GET /wnioski/{running}/wiadomosci'], ['excluded staff']),
    ...row('coordinator', ['GET /wnioski/{rejected}'], ['juror', 'excluded juror']),
    ...row(
      'coordinator',
      [
        'GET /wnioski/{running}',
        'GET /wnioski/{running}/ocena-formalna',
        'GET /wnioski/{running}/ocena-formalna/poprawki',
      ],
      ['excluded staff'],
    ),
    ...row('juror', ['GET /wnioski/{running}'], ['excluded staff']),
    ...row(
      'juror',
      [
        'GET /wnioski/{settled}/ocena',
        'POST /wnioski/{settled}/ocena',
        'POST /wnioski/{settled}/ocena/szkic',
        'POST /wnioski/{settled}/ocena/punkty',
        'GET /wnioski/{settled}/ocena/wyslanie',
        'POST /wnioski/{settled}/ocena/wyslanie',
        'GET /wnioski/{settled}/wylaczenie',
        'POST /wnioski/{settled}/wylaczenie',
      ],
      ['excluded juror', 'juror elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /nabory/{call}/oceny', 'GET /nabory/{call}/ranking'],
      ['coordinator elsewhere', 'director elsewhere', 'inspector elsewhere'],
    ),
    ...row('juror', ['GET /nabory/{call}/ranking'], ['juror elsewhere']),
    ...row(
      'juror',
      ['GET /nabory/{call}/oceny/wnioski.pdf', 'GET /nabory/{call}/oceny/puste-karty.pdf'],
      ['juror elsewhere', 'coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      ['POST /nabory/{call}/oceny/przypomnienie', 'GET /nabory/{call}/oceny/z-papieru'],
      ['coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /wnioski/{running}/ocena/z-papieru/{member}', 'POST /wnioski/{running}/ocena/z-papieru/{member}'],
      ['coordinator elsewhere', 'excluded staff'],
    ),
    ...row(
      'coordinator',
      [
        'GET /nabory/{call}/komisja/{member}/odejscie',
        'POST /nabory/{call}/komisja/{member}/odejscie',
        'GET /nabory/{call}/komisja/{reserve member}/powolanie',
        'POST /nabory/{call}/komisja/{reserve member}/powolanie',
      ],
      ['coordinator elsewhere'],
    ),
  ],
  'the jury meets': [
    ...row(
      'juror',
      ['GET /nabory/{call}/ranking/przyjecie', 'POST /nabory/{call}/ranking/przyjecie'],
      ['coordinator elsewhere', 'juror elsewhere', 'excluded juror'],
    ),
    ...row('juror', ['POST /wnioski/{settled}/ocena/wydruk'], ['excluded juror', 'juror elsewhere']),
    ...row('juror', ['GET /nabory/{call}/posiedzenie'], ['coordinator elsewhere', 'juror elsewhere']),
    ...row(
      'juror',
      ['POST /nabory/{call}/posiedzenie'],
      ['coordinator elsewhere', 'juror elsewhere', 'excluded juror'],
    ),
  ],
  'the jury talks': [
    ...row(
      'juror',
      [
        'GET /nabory/{call}/posiedzenie/wnioski/{negotiated}',
        'POST /nabory/{call}/posiedzenie/wnioski/{negotiated}',
        'GET /nabory/{call}/posiedzenie/wnioski/{settled}',
        'POST /nabory/{call}/posiedzenie/wnioski/{settled}',
        'GET /nabory/{call}/posiedzenie/ekran',
        'GET /nabory/{call}/posiedzenie/zakonczenie',
        'POST /nabory/{call}/posiedzenie/zakonczenie',
        'POST /nabory/{call}/posiedzenie/teraz',
        'POST /nabory/{call}/posiedzenie/obecnosc',
        'POST /nabory/{call}/posiedzenie/wycofanie',
      ],
      ['excluded juror', 'juror elsewhere', 'coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      ['GET /nabory/{call}/posiedzenie/wnioski/{running}', 'POST /nabory/{call}/posiedzenie/wnioski/{running}'],
      ['excluded staff', 'juror elsewhere'],
    ),
    ...row(
      'juror',
      [
        'GET /nabory/{call}/posiedzenie/karty/{card talked about}',
        'POST /nabory/{call}/posiedzenie/karty/{card talked about}',
      ],
      ['excluded juror', 'coordinator', 'juror elsewhere'],
    ),
    ...row('inspector', ['GET /wnioski/{settled}/ocena/otwarcie'], ['excluded juror', 'juror elsewhere']),
    ...row(
      'coordinator',
      [
        'GET /wnioski/{running}/ocena/otwarcie',
        'POST /wnioski/{running}/ocena/otwarcie',
        'POST /wnioski/{running}/ocena/przywrocenie',
      ],
      ['excluded staff', 'coordinator elsewhere', 'juror elsewhere'],
    ),
  ],
  'the ranking stands': [
    ...row(
      'juror',
      ['GET /nabory/{call}/ranking/surowosc'],
      ['juror elsewhere', 'excluded juror', 'inspector elsewhere'],
    ),
    ...row(
      'coordinator',
      [
        'GET /nabory/{call}/ranking/sprawdzenie.json',
        'POST /nabory/{call}/ranking/warianty',
        'POST /nabory/{call}/ranking/warianty/{scenario}/usuniecie',
      ],
      ['coordinator elsewhere', 'juror elsewhere', 'excluded juror'],
    ),
    ...row('coordinator', ['POST /nabory/{call}/rozstrzygniecie/przygotowanie'], ['coordinator elsewhere']),
    ...row(
      'juror',
      ['GET /nabory/{call}/ranking/protokol', 'POST /nabory/{call}/ranking/protokol'],
      ['excluded juror', 'excluded staff', 'juror elsewhere', 'coordinator elsewhere'],
    ),
    ...row('director', ['POST /nabory/{call}/oceny/wydruki'], ['coordinator elsewhere', 'director elsewhere']),
  ],
  'decisions are prepared': [
    ...row('coordinator', ['GET /nabory/{call}/rozstrzygniecie'], staffElsewhere),
    ...row(
      'coordinator',
      ['POST /nabory/{call}/rozstrzygniecie', 'POST /nabory/{call}/rozstrzygniecie/suma'],
      ['coordinator elsewhere'],
    ),
  ],
  'the director decides': row(
    'director',
    ['POST /nabory/{call}/rozstrzygniecie/zatwierdzenie', 'POST /nabory/{call}/rozstrzygniecie/zwrot'],
    ['director elsewhere'],
  ),
  'results wait to be published': [
    ...row(
      'coordinator',
      ['POST /nabory/{call}/rozstrzygniecie/ogloszenie'],
      ['coordinator elsewhere', 'director elsewhere'],
    ),
  ],
  'plans are negotiated': [
    ...row(
      'applicant',
      ['GET /wnioski/{settled}/wynik', 'GET /wnioski/{settled}/wynik/sprawdzenie.json'],
      ['leader of running', 'coordinator elsewhere', 'administrator'],
    ),
    ...row(
      'coordinator',
      ['POST /wnioski/{running}/wynik/pismo'],
      ['excluded staff', 'coordinator elsewhere', 'director elsewhere'],
    ),
    ...row('leader of refused', ['GET /wnioski/{refused}/wynik'], ['applicant', 'leader of draft']),
    ...row(
      'applicant',
      ['GET /inicjatywy/{initiative settled}'],
      ['leader of running', 'leader of draft', 'juror', ...staffElsewhere, 'administrator'],
    ),
    ...row('coordinator', ['GET /inicjatywy/{initiative running}'], ['excluded staff', 'applicant']),
    ...row(
      'coordinator',
      ['GET /inicjatywy/{initiative running}/rozmowa', 'POST /inicjatywy/{initiative running}/rozmowa'],
      ['excluded staff', 'coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      [
        'GET /inicjatywy/{initiative running}/kosztorys',
        'POST /inicjatywy/{initiative running}/kosztorys',
        'POST /inicjatywy/{initiative running}/kosztorys/suma',
      ],
      ['excluded staff', 'coordinator elsewhere'],
    ),
  ],
  'an agreement waits for its signature': [
    ...row(
      'coordinator',
      ['POST /wnioski/{running}/dokumenty/{paper result_letter}/ponowienie'],
      ['excluded staff', 'coordinator elsewhere', 'director elsewhere'],
    ),
    ...row(
      'leader of running',
      ['GET /inicjatywy/{initiative running}/dokumenty', 'GET /inicjatywy/{initiative running}/dokumenty.zip'],
      ['applicant', 'leader of draft', 'juror', 'excluded staff', ...staffElsewhere],
    ),
    ...row(
      'leader of running',
      ['GET /inicjatywy/{initiative running}/porozumienie'],
      ['applicant', 'leader of draft', 'excluded staff', ...staffElsewhere],
    ),
    ...row(
      'coordinator',
      [
        'POST /inicjatywy/{initiative running}/porozumienie/projekt',
        'POST /inicjatywy/{initiative running}/porozumienie/podpis',
      ],
      ['excluded staff', 'coordinator elsewhere'],
    ),
    ...row(
      'coordinator',
      ['POST /inicjatywy/{initiative running}/porozumienie/wydanie'],
      ['excluded staff', 'coordinator elsewhere', 'director elsewhere'],
    ),
    ...row(
      'accountant',
      ['POST /inicjatywy/{initiative running}/porozumienie/plan-finansowy'],
      ['excluded staff', 'accountant elsewhere'],
    ),
  ],
  'the work goes on': [
    ...row(
      'coordinator',
      ['GET /wydatki/{draft expense}', 'GET /wydatki/{booked expense}'],
      ['excluded staff', ...staffElsewhere],
    ),
    ...row(
      'accountant',
      [
        'GET /wydatki/{draft expense}/poprawa',
        'POST /wydatki/{draft expense}/poprawa',
        'POST /wydatki/{draft expense}/poprawa/suma',
        'POST /wydatki/{draft expense}/skan',
        'GET /wydatki/{draft expense}/usuniecie',
        'POST /wydatki/{draft expense}/usuniecie',
        'GET /wydatki/{draft expense}/ksiegowanie',
        'POST /wydatki/{draft expense}/ksiegowanie',
        'POST /wydatki/{booked expense}/kontrola',
        'POST /wydatki/{booked expense}/opis',
        'GET /wydatki/{booked expense}/podpisy',
        'POST /wydatki/{booked expense}/podpisy',
        'POST /wydatki/{approved expense}/zaplata',
      ],
      ['excluded staff', 'accountant elsewhere'],
    ),
    ...row('director', ['POST /wydatki/{controlled expense}/zatwierdzenie'], ['excluded staff', 'director elsewhere']),
    ...row(
      'accountant',
      [
        'GET /inicjatywy/{initiative running}/rozliczenie',
        'GET /inicjatywy/{initiative running}/rozliczenie/zamkniecie',
        'POST /inicjatywy/{initiative running}/rozliczenie/zamkniecie',
        'GET /inicjatywy/{initiative running}/rozliczenie.xlsx',
        'GET /inicjatywy/{initiative running}/rozliczenie.csv',
      ],
      ['excluded staff', 'accountant elsewhere'],
    ),
  ],
  'an initiative is settled': [
    ...row(
      'accountant',
      ['POST /inicjatywy/{initiative settled}/rozliczenie/wydruk'],
      ['accountant elsewhere', 'coordinator elsewhere'],
    ),
    ...row(
      'accountant',
      ['POST /inicjatywy/{initiative running}/dokumenty/{paper expense_description}/ponowienie'],
      ['excluded staff', 'accountant elsewhere'],
    ),
    ...row(
      'accountant',
      ['POST /raporty/dokumenty/{paper project_report}/ponowienie'],
      ['accountant elsewhere', 'coordinator elsewhere'],
    ),
  ],
};

/** Routes with a number in them behind which nobody who may enter is a stranger. */
export const sharedRoutes: Readonly<Record<string, string>> = {
  'GET /nabory/:id/komisja/przydzial':
    'of a call that draws who scores what, which the call of the world does not; strangers are told in test/jury/assignment.test.ts',
  'POST /nabory/:id/komisja/przydzial/losowanie': 'as above',
  'POST /nabory/:id/komisja/przydzial/braki': 'as above',
  'GET /nabory/:id/komisja/przydzial/wnioski/:application': 'as above',
  'POST /nabory/:id/komisja/przydzial/wnioski/:application': 'as above',
  'GET /wejscie/:token': 'a door, not a record',
  'POST /wejscie/:token': 'a door, not a record',
  'GET /wejscie/pierwsza-osoba/:token': 'a door, not a record',
  'POST /wejscie/pierwsza-osoba/:token': 'a door, not a record',
  'GET /potwierdzenie/:token': 'a door, not a record',
  'POST /potwierdzenie/:token': 'a door, not a record',
  'GET /proba/:address': 'opens to whoever was given it, told in test/archive/rehearsal.test.ts',
  'POST /proba/:address': 'as above',
  'GET /zaproszenie/:token': 'a door, not a record',
  'POST /zaproszenie/:token': 'a door, not a record',
  'GET /zgoda-opiekuna/:token': 'a door, not a record',
  'POST /zgoda-opiekuna/:token': 'a door, not a record',
  'GET /nabory/:id/bez-nazwisk':
    'no call of this story is judged without names: its strangers are in test/reviews/blind.test.ts',
  'GET /wnioski/:id/bez-nazwisk': 'as above',
  'POST /wnioski/:id/bez-nazwisk/:file': 'as above',
  'GET /wnioski/:id/ocena/zalaczniki/:file': 'as above',
  'GET /nabory/:id': 'an announced call is for everyone; of a draft it says calmly that a call is being prepared',
  'GET /nabory/:id/czy-mozesz':
    'an announced call is for everyone; a draft has no such page, told in test/applications/eligibility.test.ts',
  'GET /odcisk/:fingerprint':
    'opens to whoever holds the fingerprint and says nothing of the group, told in test/applications/fingerprint.test.ts',
  'GET /nabory/:id/wyniki': 'published results are for everyone; before that there is nothing to see',
  'GET /nabory/:id/terminy.ics': 'of an announced call for everyone; of a draft for nobody, its staff included',
  'GET /nabory/:id/terminy/:stage': 'as above',
  'GET /nabory/:id/bip': 'as above',
  'GET /nabory/:id/regulamin/wersje/:wersja':
    'announced versions are for everyone; before the announcement there are none, told in test/calls/rules-pages.test.ts',
  'GET /nabory/:id/dane-osobowe/wersje/:wersja': 'as above',
  'GET /nabory/:id/konsultacje':
    'draft rules shown on purpose are for everyone; unshown they are absent for their staff too',
  'POST /nabory/:id/konsultacje': 'as above',
  'GET /nabory/:id/pytania': 'as the announcement to copy',
  'POST /nabory/:id/pytania': 'as above',
  'GET /pliki/:id': 'told below, by the kind of record a file belongs to',
  'GET /administracja/osoby/:id': 'people belong to the organisation, and administrators are always of the whole of it',
  'POST /administracja/osoby/:id/role': 'as above',
  'GET /administracja/osoby/:id/role/:grant/odebranie': 'as above',
  'POST /administracja/osoby/:id/role/:grant/odebranie': 'as above',
  'GET /administracja/osoby/:id/zamkniecie': 'as above',
  'POST /administracja/osoby/:id/zamkniecie': 'as above',
  'POST /administracja/osoby/:id/ponowne-otwarcie': 'as above',
  'GET /projekt/partnerzy/:id': 'the project is the institution’s; written only by staff of the whole of it',
  'POST /projekt/partnerzy/:id': 'as above',
  'GET /projekt/partnerzy/:id/usuniecie': 'as above',
  'POST /projekt/partnerzy/:id/usuniecie': 'as above',
  'GET /projekt/potrzeby/:id': 'as above',
  'POST /projekt/potrzeby/:id': 'as above',
  'GET /projekt/potrzeby/:id/usuniecie': 'as above',
  'POST /projekt/potrzeby/:id/usuniecie': 'as above',
  'GET /budzet/szkic/dzialania/:id': 'the budget is the institution’s; written only by staff of the whole of it',
  'POST /budzet/szkic/dzialania/:id': 'as above',
  'GET /budzet/szkic/dzialania/:id/usuniecie': 'as above',
  'POST /budzet/szkic/dzialania/:id/usuniecie': 'as above',
  'GET /pisma/dokumenty/:rodzaj':
    'kinds of documents are in the code; the record a text is tried on is asked of its own room',
  'POST /pisma/dokumenty/:rodzaj': 'as above; written only by staff of the whole organisation',
  'POST /pisma/dokumenty/:rodzaj/podglad': 'as above',
  'POST /pisma/dokumenty/:rodzaj/przywrocenie': 'as above',
  'POST /pisma/dokumenty/:rodzaj/cofniecie': 'as above',
  'POST /pisma/przypomnienia/:rodzaj':
    'kinds of reminders are in the code; changed only by staff of the whole organisation',
  'GET /pisma/wzory/:wzor': 'kinds of letters are in the code, the same for every call',
  'POST /pisma/wzory/:wzor': 'as above; written only by staff of the whole organisation',
  'POST /pisma/wzory/:wzor/podglad': 'as above',
  'POST /pisma/wzory/:wzor/przywrocenie': 'as above',
  'POST /pisma/wzory/:wzor/cofniecie': 'as above',
};

/** Files by the kind of record they belong to, at the end of the story. */
export const foreignFiles: Readonly<Record<string, Omit<ForeignRow, 'request'> & { record: string }>> = {
  application: {
    record: 'settled',
    holder: 'juror',
    strangers: [
      'visitor',
      'excluded juror',
      'leader of draft',
      'juror elsewhere',
      'coordinator elsewhere',
      'administrator',
    ],
  },
  application_draft: {
    record: 'draft',
    holder: 'leader of draft',
    strangers: ['visitor', 'applicant', 'coordinator', 'director', 'inspector', 'juror', 'administrator'],
  },
  submission_confirmation: {
    record: 'word',
    holder: 'coordinator',
    strangers: ['visitor', 'applicant', 'director', 'inspector', 'juror', 'coordinator elsewhere', 'administrator'],
  },
  guardian_sheet: {
    record: 'reserve',
    holder: 'inspector',
    strangers: [
      ...['visitor', 'applicant', 'leader of draft', 'juror', 'excluded juror'],
      ...['coordinator elsewhere', 'juror elsewhere', 'administrator'],
    ],
  },
  guardian_consent: {
    record: 'guardian',
    holder: 'inspector',
    strangers: [
      ...['visitor', 'applicant', 'leader of draft', 'juror', 'excluded juror'],
      ...['coordinator elsewhere', 'juror elsewhere', 'administrator'],
    ],
  },
  attachment: {
    record: 'attachment',
    holder: 'leader of draft',
    strangers: ['visitor', 'applicant', 'coordinator', 'director', 'inspector', 'juror', 'administrator'],
  },
  letter: {
    record: 'on paper',
    holder: 'coordinator',
    strangers: [
      'visitor',
      'applicant',
      'juror',
      'excluded juror',
      'accountant',
      'coordinator elsewhere',
      'administrator',
    ],
  },
  dispatch: {
    record: 'dispatch',
    holder: 'inspector',
    strangers: [
      'visitor',
      'applicant',
      'juror',
      'excluded juror',
      'accountant',
      'coordinator elsewhere',
      'administrator',
    ],
  },
  call: {
    record: 'otherCall',
    holder: 'coordinator',
    strangers: ['visitor', 'applicant', 'juror', 'administrator'],
  },
  consultation: {
    record: 'otherCall',
    holder: 'coordinator',
    strangers: ['visitor', 'applicant', 'juror', 'administrator'],
  },
  call_order: {
    record: 'call',
    holder: 'director',
    strangers: ['visitor', 'applicant', 'juror', 'inspector', 'accountant', 'coordinator elsewhere', 'administrator'],
  },
  call_publication: {
    record: 'draft publication',
    holder: 'inspector',
    strangers: ['visitor', 'applicant', 'juror', 'administrator'],
  },
  publication_place: {
    record: 'place',
    holder: 'inspector',
    strangers: ['visitor', 'applicant', 'juror', 'coordinator elsewhere', 'administrator'],
  },
  director_order: {
    record: 'order',
    holder: 'accountant',
    strangers: ['visitor', 'applicant', 'juror', 'coordinator elsewhere', 'administrator'],
  },
  formal_card: {
    record: 'formal card of running',
    holder: 'inspector',
    strangers: [
      ...['visitor', 'leader of running', 'juror', 'excluded staff', 'accountant', 'coordinator elsewhere'],
      'administrator',
    ],
  },
  jury_member: {
    record: 'member',
    holder: 'director',
    strangers: [
      ...['visitor', 'applicant', 'juror', 'excluded juror', 'excluded staff', 'accountant', 'coordinator elsewhere'],
      'administrator',
    ],
  },
  score_card: {
    record: 'score card of running',
    holder: 'inspector',
    strangers: [
      ...['visitor', 'leader of running', 'excluded staff', 'excluded juror', 'accountant', 'coordinator elsewhere'],
      'administrator',
    ],
  },
  application_result: {
    record: 'running',
    holder: 'leader of running',
    strangers: ['visitor', 'applicant', 'juror', 'excluded staff', 'coordinator elsewhere', 'administrator'],
  },
  ranking: {
    record: 'ranking',
    holder: 'juror',
    strangers: ['visitor', 'applicant', 'accountant', 'juror elsewhere', 'coordinator elsewhere', 'administrator'],
  },
  agreement: {
    record: 'agreement',
    holder: 'leader of running',
    strangers: ['visitor', 'applicant', 'juror', 'excluded staff', 'coordinator elsewhere', 'administrator'],
  },
  expense: {
    record: 'booked expense',
    holder: 'accountant',
    strangers: ['visitor', 'leader of running', 'juror', 'excluded staff', 'accountant elsewhere', 'administrator'],
  },
  settlement: {
    record: 'settlement',
    holder: 'director',
    strangers: ['visitor', 'leader of running', 'juror', 'coordinator elsewhere', 'administrator'],
  },
  project: {
    record: 'project',
    holder: 'inspector',
    strangers: ['visitor', 'applicant', 'juror', 'accountant elsewhere', 'administrator'],
  },
  document_register: {
    record: 'project',
    holder: 'inspector',
    strangers: ['visitor', 'applicant', 'juror', 'accountant elsewhere', 'administrator'],
  },
};

import type { NewCall } from '../features/calls/commands/create.ts';

export const questions: NewCall['questions'] = [
  {
    question: 'Czy dostaniemy pieniądze na konto?',
    answer:
      'Nie. Mówicie nam, co jest potrzebne, a biblioteka zamawia i płaci sprzedawcy. Nie kupujcie niczego sami: takich rachunków nie możemy zwrócić.',
  },
  {
    question: 'Nie mamy osobowości prawnej. Czy to przeszkadza?',
    answer: 'Nie. Wystarczą trzy osoby, w tym jedna pełnoletnia, która podpisze porozumienie.',
  },
  {
    question: 'Nie mam adresu e-mail albo nie lubię komputera. Co robić?',
    answer: 'Przyjdź do czytelni albo zadzwoń. Wypełnimy wniosek razem, przy jednym stoliku, albo damy wydruk.',
  },
  {
    question: 'Czy można pisać po litewsku?',
    answer:
      'Wniosek piszemy po polsku, bo czyta go cała komisja. Tytuł, teksty i załączniki mogą być po litewsku; pomożemy w tłumaczeniu.',
  },
  {
    question: 'Co, jeśli komisja przyzna mniej, niż prosimy?',
    answer:
      'Spotkamy się i razem ułożymy mniejszy kosztorys. Możecie też zrezygnować; wtedy pieniądze przejdą na listę rezerwową.',
  },
  {
    question: 'Czy od wyniku można się odwołać?',
    answer:
      'Jeśli wniosek odrzucono z powodów formalnych, możecie w ciągu 3 dni roboczych poprosić o ponowne sprawdzenie. Punktów komisji nie zmieniamy, ale zobaczycie swoje punkty i uzasadnienia.',
  },
  {
    question: 'Komu zostaną kupione rzeczy?',
    answer: 'Bibliotece. Stroje, struny czy książki zapiszemy w inwentarzu i będziemy je Wam wypożyczać.',
  },
];

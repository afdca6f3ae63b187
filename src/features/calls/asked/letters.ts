import { z } from 'zod';
import { letterKind, senderFields } from '../../../mail/kinds.ts';

export const askedLetters = {
  question_answered: letterKind({
    kind: 'question_answered',
    name: 'Odpowiedź na pytanie o konkurs',
    when: 'gdy biblioteka odpowie na pytanie ze strony konkursu',
    to: 'do osoby, która podała adres przy pytaniu',
    fields: z.object({
      callTitle: z.string().describe('nazwa konkursu'),
      question: z.string().describe('pytanie, tak jak je zadano'),
      answer: z.string().describe('odpowiedź biblioteki'),
      address: z.string().describe('adres strony z pytaniami i odpowiedziami'),
      ...senderFields,
    }),
    subject: 'Odpowiedź na pytanie o konkurs „{{callTitle}}”',
    body: `Dzień dobry!

Na stronie konkursu „{{callTitle}}” zadano pytanie i podano ten adres do odpowiedzi:

{{question}}

Odpowiadamy:

{{answer}}

Wszystkie pytania i odpowiedzi są tutaj:
{{address}}

{{organisationName}}
tel. {{organisationPhone}}`,
    sample: {
      callTitle: 'Małe pomysły 2024',
      question: 'Czy wniosek może złożyć koło gospodyń, które nie jest zarejestrowane?',
      answer: 'Tak, jako grupa nieformalna: co najmniej trzy osoby, w tym jedna pełnoletnia.',
      address: 'https://konkurs.example.org/nabory/1/pytania',
      organisationName: 'Biblioteka Publiczna w Przykładowie',
      organisationPhone: '87 123 45 67',
    },
  }),
};

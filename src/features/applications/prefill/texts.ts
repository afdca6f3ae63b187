import { quoted } from '../../../lib/polish.ts';
import type { Earlier } from './earlier.ts';

const named = ({ code, title }: Earlier) =>
  `${code === null ? 'szkicu' : `wniosku ${code}`}${title === '' ? '' : ` ${quoted(title)}`}`;

export const prefillTexts = {
  question: (earlier: Earlier) => `Przepisać dane z ${named(earlier)}?`,
  yes: 'Tak, przepiszcie',
  yesHint: 'telefon i adres, a jeśli składa ten sam rodzaj wnioskodawcy, także nazwę i numer w rejestrze',
  no: 'Nie, wpiszemy od nowa',
  started:
    'Zaczęliście wniosek, a dane przepisaliśmy z poprzedniego. Sprawdźcie, czy są aktualne. Wszystko zapisuje się samo, możecie przerwać w każdej chwili.',
};

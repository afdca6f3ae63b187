import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Role } from '../../lib/actor.ts';
import { grosze } from '../../lib/money.ts';
import { countLetters } from '../../lib/text.ts';
import { type Answer, absent, download, redirect, view } from '../../web/answer.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { answerTo } from '../checks/outcomes.ts';
import { enteringStaff, mayEnterMoney, readingStaff } from '../expenses/access.ts';
import { admitted } from '../expenses/admission.ts';
import { readRegister } from '../expenses/register.ts';
import { visibleInitiative } from '../initiatives/queries.ts';
import { askForPrint, settleInitiative } from './commands.ts';
import { registerCsv } from './csv.ts';
import { fileNames } from './export-texts.ts';
import { settlementPage } from './page.ts';
import { settlementPaths } from './paths.ts';
import { type SettlementPreview, settlementOf } from './queries.ts';
import { flashes, noteTooLong, settlementRefusals, titles } from './texts.ts';
import { registerXlsx } from './xlsx.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const plainType = 'text/csv; charset=utf-8';

const seenAmount = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform((digits) => grosze(Number(digits)));

const closingForm = z.object({
  spent: seenAmount,
  own: seenAmount,
  note: z
    .string()
    .catch('')
    .refine((text) => countLetters(text) <= 1000, noteTooLong),
});

export function settlementRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  web.page(settlementPaths.show, readingStaff, (visit) =>
    view('settlements/show', titles.show, settlementPage(db, visit.actor, asked(deps, visit, readingStaff))),
  );

  const closing = (visit: Visit, raw: RawBody): Answer => {
    const preview = asked(deps, visit, ['accountant']);
    return view('settlements/settle', titles.closing, {
      ...settlementPage(db, visit.actor, preview),
      note: rawText(raw, 'note'),
    });
  };

  web.page(settlementPaths.closing, ['accountant'], (visit) => closing(visit, {}));

  web.submit(settlementPaths.closing, ['accountant'], {
    form: closingForm,
    refusals: settlementRefusals,
    again: (visit, _errors, raw) => closing(visit, raw),
    run(visit, { spent, own, note }) {
      const { initiative } = asked(deps, visit, ['accountant']);
      const settled = settleInitiative(deps, visit.actor, { initiativeId: initiative.id, note, seen: { spent, own } });
      return answerTo(settled, () => redirect(settlementPaths.showOf(initiative.id), flashes.settled));
    },
  });

  web.submit(settlementPaths.print, enteringStaff, {
    form: z.object({}),
    again: (visit) =>
      view('settlements/show', titles.show, settlementPage(db, visit.actor, asked(deps, visit, enteringStaff))),
    run(visit) {
      const { settlement, initiative } = asked(deps, visit, enteringStaff);
      if (settlement === undefined) return absent;
      const asking = askForPrint(deps, visit.actor, settlement, initiative);
      return asking.ok ? redirect(settlementPaths.showOf(initiative.id), flashes.print) : asking;
    },
  });

  web.page(settlementPaths.xlsx, readingStaff, async (visit) => {
    const { initiative, lines, own } = asked(deps, visit, readingStaff);
    const register = readRegister(db, visit.actor, { initiativeId: initiative.id });
    return download(
      `${fileNames.settlement(initiative.code)}.xlsx`,
      sheetType,
      await registerXlsx(register, [...lines, ...own]),
    );
  });

  web.page(settlementPaths.csv, readingStaff, (visit) => {
    const { initiative } = asked(deps, visit, readingStaff);
    const register = readRegister(db, visit.actor, { initiativeId: initiative.id });
    return download(`${fileNames.settlement(initiative.code)}.csv`, plainType, registerCsv(register));
  });

  web.page(settlementPaths.allXlsx, readingStaff, async (visit) =>
    download(
      `${fileNames.register}.xlsx`,
      sheetType,
      await registerXlsx(readRegister(db, admitted(visit, readingStaff).actor)),
    ),
  );

  web.page(settlementPaths.allCsv, readingStaff, (visit) =>
    download(
      `${fileNames.register}.csv`,
      plainType,
      registerCsv(readRegister(db, admitted(visit, readingStaff).actor)),
    ),
  );
}

/** The initiative of the path, for holders of these roles; absent and foreign ones end the visit alike. */
function asked(deps: Deps, visit: Visit, roles: readonly Role[]): SettlementPreview {
  const id = visit.id();
  const initiative = mayEnterMoney(visit.actor, roles) ? visibleInitiative(deps.db, visit.actor, id) : undefined;
  const preview = initiative && settlementOf(deps.db, initiative.id);
  if (preview === undefined) throw new Stop(absent);
  return preview;
}

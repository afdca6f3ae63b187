import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { absent, redirect, redirectWithSession, view } from '../web/answer.ts';
import type { WebKit } from '../web/kit.ts';
import type { Web } from '../web/routes.ts';
import { openSession } from '../web/session.ts';
import type { DemoFolder } from './folder.ts';
import { mailRoutes } from './mail-routes.ts';
import { demoPaths } from './paths.ts';
import { findCastMember, peoplePage } from './people-page.ts';
import { type StageCode, stageNamed, stages } from './stages.ts';
import { barLabel, barText, flashes, notReady, titles } from './texts.ts';

export interface DemoDoor {
  readonly folder: DemoFolder;
  /** Begins a change of stage; the request that asks for it is answered first. */
  readonly change: (stage: StageCode) => void;
}

/** Above every page: that this is a demonstration, and what day it is in it. */
export function demoBar(deps: Deps): WebKit['bar'] {
  return () => ({ text: barText(deps.clock.now()), href: demoPaths.show, label: barLabel });
}

/** Whom to be, what day it is, and everybody's mail. */
export function demoRoutes(web: Web, deps: Deps, { folder, change }: DemoDoor): void {
  const nothing = z.object({});

  web.page(demoPaths.show, 'public', (visit) =>
    view('demo/show', titles.show, {
      groups: peoplePage(deps.db, visit.actor),
      stages: stages.map(({ code, name, about }) => ({
        name,
        about,
        href: demoPaths.stageOf(code),
        current: folder.read().stage === code,
        waiting: folder.has(code) ? '' : notReady,
      })),
      mail: demoPaths.mail,
    }),
  );

  web.submit(demoPaths.person, 'public', {
    form: nothing,
    again: () => redirect(demoPaths.people),
    run(visit) {
      const person = findCastMember(deps.db, visit.id());
      if (person === undefined) return absent;
      const session = deps.db.write((tx) => openSession(tx, deps, person.id, visit.userAgent));
      return redirectWithSession('/pulpit', session, flashes.entered(person.name));
    },
  });

  web.page(demoPaths.stage, 'public', (visit) => {
    const stage = stageNamed(visit.param('code'));
    if (stage === undefined) return absent;
    if (!folder.has(stage.code)) return redirect(demoPaths.clock, { kind: 'warn', text: flashes.notReady });
    return view('demo/stage', titles.stage(stage.name), {
      ...stage,
      action: demoPaths.stageOf(stage.code),
      back: demoPaths.clock,
    });
  });

  web.submit(demoPaths.stage, 'public', {
    form: nothing,
    again: () => redirect(demoPaths.clock),
    run(visit) {
      const stage = stageNamed(visit.param('code'));
      if (stage === undefined) return absent;
      if (!folder.has(stage.code)) return redirect(demoPaths.clock, { kind: 'warn', text: flashes.notReady });
      change(stage.code);
      return redirect(demoPaths.clock, flashes.changed(stage.name));
    },
  });

  mailRoutes(web, deps);
}

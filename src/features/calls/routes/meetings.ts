import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { settingsReaders, settingsRights } from '../access.ts';
import { callOffForm, meetingForm } from '../dates/forms.ts';
import { addMeeting, callOffMeeting } from '../dates/meetings.ts';
import { meetingPaths } from '../dates/paths.ts';
import { meetingRefusals, meetingTexts } from '../dates/texts.ts';
import { callPaths } from '../paths.ts';
import { readCall } from '../queries.ts';
import { isMeeting, meetingKinds } from '../stages.ts';
import { stageNames, windowText } from '../texts.ts';

/** Meetings and hours of advice: as many as needed, each with its place. */
export function meetingRoutes(web: Web, deps: Deps): void {
  const { db } = deps;
  const page = (visit: Visit, raw: RawBody = {}, wrongStage = 0): Answer => {
    const call = readCall(db, visit.id());
    const rights = call === undefined ? undefined : settingsRights(visit.actor, call.id);
    if (call === undefined || rights?.mayRead !== true) return absent;
    const fields = ['kind', 'day', 'from', 'until', 'place'] as const;
    return view('calls/meetings', meetingTexts.title, {
      call: { ...call, title: quoted(call.title) },
      isAnnounced: call.state !== 'draft',
      meetings: call.stages.filter(isMeeting).map((stage) => {
        const isOver = stage.endsAt !== null && stage.endsAt <= visit.now;
        return {
          id: stage.id,
          name: stageNames[stage.kind],
          when: windowText(stage),
          place: stage.place,
          isOver,
          isWrong: stage.id === wrongStage,
          callOff: rights.mayChange && !isOver ? meetingPaths.callOffOf(call.id, stage.id) : '',
        };
      }),
      kinds: meetingKinds.map((kind) => ({ value: kind, label: stageNames[kind] })),
      typed: Object.fromEntries(fields.map((field) => [field, rawText(raw, field)])),
      mayChange: rights.mayChange,
      action: meetingPaths.listOf(call.id),
      show: callPaths.showOf(call.id),
      settings: callPaths.settingsOf(call.id),
    });
  };

  web.page(meetingPaths.list, settingsReaders, (visit) => page(visit));

  web.submit(meetingPaths.list, ['coordinator'], {
    form: meetingForm,
    refusals: meetingRefusals,
    again: (visit, _errors, raw) => page(visit, raw),
    run(visit, input) {
      const added = addMeeting(deps, visit.actor, { ...input, callId: visit.id() });
      if (added.ok) return redirect(meetingPaths.listOf(visit.id()), meetingTexts.addedFlash);
      return added.code === 'absent' ? absent : added;
    },
  });

  web.submit(meetingPaths.callOff, ['coordinator'], {
    form: callOffForm,
    refusals: meetingRefusals,
    again: (visit) => page(visit, {}, visit.id('stage')),
    run(visit, { reason }) {
      const asked = { callId: visit.id(), stageId: visit.id('stage'), reason };
      const calledOff = callOffMeeting(deps, visit.actor, asked);
      if (calledOff.ok) return redirect(meetingPaths.listOf(visit.id()), meetingTexts.calledOffFlash);
      return calledOff.code === 'absent' ? absent : calledOff;
    },
  });
}

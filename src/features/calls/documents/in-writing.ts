import type { Reader } from '../../../db/connection.ts';
import { hasRole } from '../../../lib/actor.ts';
import { type DocumentKind, documentKind, type Occasion } from '../../../pdf/kinds.ts';
import { checkWording } from '../../../pdf/wording/check.ts';
import { drawWording } from '../../../pdf/wording/draw.ts';
import { textVersionInForce } from '../../../pdf/wording/versions.ts';
import { filledFor } from '../call-texts.ts';
import { readWorkingLegal } from '../rules/queries.ts';
import { sampleRules } from '../sample.ts';
import { type CallRules, loadRules } from './rules.ts';
import { rulesWording } from './rules-wording.ts';

/** The rules as staff are writing them, drawn as they would be published. */
export interface RulesInWriting extends CallRules {
  /** Of the wording in force; null: the default text. */
  readonly around: string | null;
}

/** Never stored: staff look at it from the editor. It carries the mark of a draft. */
export const inWritingDocument: DocumentKind = documentKind<RulesInWriting>({
  kind: 'rules_in_writing',
  load: loadInWriting,
  title: ({ call }) => `Regulamin w opracowaniu – ${call.title}`,
  fileName: () => 'regulamin-w-opracowaniu',
  standsAt: ({ askedAt }) => askedAt,
  letterhead: ({ letterhead }) => letterhead,
  isDraft: () => true,
  isFinal: false,
  mayAsk: (_reader, actor, callId) => hasRole(actor, 'coordinator', callId),
  draw: (sheet, data) => drawWording(sheet, rulesWording, data, data.around ?? undefined),
  sample: { ...sampleRules, around: null },
});

function loadInWriting(reader: Reader, callId: number, occasion: Occasion): RulesInWriting {
  const written = (kind: 'rules' | 'privacy') => {
    const { text, isChanged, published } = readWorkingLegal(reader, callId, kind);
    return { number: published.number + (isChanged ? 1 : 0), ...filledFor(reader, callId, { text }) };
  };
  const now = { now: () => occasion.askedAt };
  const version = textVersionInForce(reader, now, { kind: 'call_rules', variant: 'rules' });
  const fits = version !== undefined && checkWording(version.text, rulesWording).length === 0;
  return {
    ...loadRules(reader, callId, occasion),
    rules: written('rules'),
    privacy: written('privacy').sections,
    around: fits ? version.text : null,
  };
}

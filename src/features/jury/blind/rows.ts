import type { Reader } from '../../../db/connection.ts';
import { type declarationOf, headsOf, type Membership } from '../queries.ts';
import { groundNames, kindNames } from '../texts.ts';
import { declarationKey, judgesBlind, namedHeadsOf } from './heads.ts';

/** A line of the juror's declaration. */
export interface DeclaredRow {
  readonly key: string;
  /** What is declared on: a title, or who applies. */
  readonly title: string;
  readonly about: string;
  /** Null where nothing connects the juror with it. */
  readonly said: { readonly kind: string; readonly ground: string; readonly note: string } | null;
}

type Signed = ReturnType<typeof declarationOf>;

/**
 * The list of the declaration. In a call judged without names: who applies, in the order of the alphabet, and below it, by number and title, what was reported
 * later of an application that was read; the two are never joined, not even for whoever stepped out.
 */
export function declaredRows(
  reader: Reader,
  secret: Buffer,
  { memberId, callId }: Pick<Membership, 'memberId' | 'callId'>,
  signed: Signed,
): DeclaredRow[] {
  const conflicts = signed?.conflicts ?? [];
  const heads = headsOf(reader, callId);
  const byTitle = (id: number) => saidOf(conflicts.find(({ applicationId }) => applicationId === id));
  if (!judgesBlind(reader, callId))
    return heads.map(({ applicationId, title, code, applicant }) => ({
      ...{ key: `a${applicationId}`, title, about: `${code}, ${applicant}`, said: byTitle(applicationId) },
    }));
  const isLater = ({ declaredAt }: { readonly declaredAt: string }) =>
    signed !== undefined && declaredAt > signed.signedAt;
  const atSigning = conflicts.filter((conflict) => !isLater(conflict));
  const later = new Set(conflicts.filter(isLater).map(({ applicationId }) => applicationId));
  return [
    ...namedHeadsOf(reader, callId).map(({ applicationId, applicant, people }) => ({
      key: declarationKey(secret, memberId, applicationId),
      ...{ title: applicant, about: people.join(', ') },
      said: saidOf(atSigning.find((conflict) => conflict.applicationId === applicationId)),
    })),
    ...heads
      .filter(({ applicationId }) => later.has(applicationId))
      .map(({ applicationId, title, code }) => ({
        ...{ key: `pozniej-${applicationId}`, title, about: code, said: byTitle(applicationId) },
      })),
  ];
}

function saidOf(conflict: NonNullable<Signed>['conflicts'][number] | undefined): DeclaredRow['said'] {
  if (conflict === undefined) return null;
  return { kind: kindNames[conflict.kind], ground: groundNames[conflict.ground], note: conflict.note };
}

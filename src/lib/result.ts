/**
 * A refusal is a value, not an exception: a code for the program, facts for the sentence, and the place it belongs to.
 * `field` names one form field; `fields` carries several at once as form path → Polish message already worded.
 */
export type Refusal = {
  readonly ok: false;
  readonly code: string;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, string>>;
};

export type Done<T> = { readonly ok: true; readonly value: T };

export type Result<T = void> = Done<T> | Refusal;

export function done(): Done<void>;
export function done<T>(value: T): Done<T>;
export function done(value?: unknown): Done<unknown> {
  return { ok: true, value };
}

export function refused(code: string, details: Omit<Refusal, 'ok' | 'code'> = {}): Refusal {
  return { ok: false, code, ...details };
}

import { fail } from '~/domain/result';

/** Nothing went wrong where a person changed their mind. */
export const CANCELLED: ReadonlySet<string> = new Set(['worker/cancelled', 'import/cancelled']);

/** A host that throws is a defect, but the page must still say that nothing was changed. */
export const packFailure = (error: unknown) =>
  fail({ code: 'worker/unknown', params: { message: error instanceof Error ? error.message : String(error) } });

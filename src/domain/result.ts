import type { Issue } from './issue';

/** What a user, a file or the data can make fail is a value: either the answer, or every reason why there is none. */
export type Result<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (...issues: Issue[]): { ok: false; issues: Issue[] } => ({ ok: false, issues });

import type { DimensionId, MemberCode } from './dimension';
import type { FactKind, FactValue } from './fact';

/** Commands that bring facts in, mend them and take them out. Files come as a draft that the host prepared. */
export type SourceCommand =
  /** Everything of a pack at once: orders, members, facts, and how their columns were read, for the next time. */
  | { name: 'sources/import'; draft: string }
  /** Facts by hand. `key` null makes a new one; values not named keep what they are. */
  | { name: 'facts/put'; kind: FactKind; rows: { key: string | null; values: Record<string, FactValue> }[] }
  | { name: 'facts/remove'; kind: FactKind; keys: string[] }
  /** Facts of the members themselves, many at once; null clears. */
  | {
      name: 'members/setAttributes';
      dimension: DimensionId;
      changes: { code: MemberCode; attribute: string; value: string | number | null }[];
    }
  /** A finding of the quality page that a person looked at and lets stand; null shows it again. */
  | { name: 'quality/dismiss'; finding: string; why: string | null };

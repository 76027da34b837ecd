import type { FactKind } from '~/domain/fact';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';

/** Whether rows of a kind are kept as facts: not orders, members, targets or holidays. */
export const isFactKind = (kind: SourceKind): kind is FactKind => SOURCES[kind].stored === 'facts';

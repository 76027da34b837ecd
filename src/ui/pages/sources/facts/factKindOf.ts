import type { FactKind } from '~/domain/fact';
import { SOURCE_KINDS } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';

/** The kind of facts with this name; null for none, and for orders, members, targets and holidays, which have homes of their own. */
export function factKindOf(name: string | undefined): FactKind | null {
  const kind = SOURCE_KINDS.find((one) => one === name);
  return kind !== undefined && SOURCES[kind].stored === 'facts' ? (kind as FactKind) : null;
}

import type { FactKind } from '~/domain/fact';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';

export const isFactKind = (kind: SourceKind): kind is FactKind => SOURCES[kind].stored === 'facts';

import type { SourceKind } from '~/domain/source';
import { useText } from '../../components/TextProvider';

/** Names of kinds and their fields, the same ones that stand over the columns of a template. */
export function useKindWords() {
  const { t } = useText();
  return {
    kind: (kind: SourceKind): string => t.find(`template.kind.${kind}`) ?? kind,
    field: (kind: SourceKind, field: string): string =>
      t.find(`template.headOf.${kind}.${field}`) ?? t.find(`template.head.${field}`) ?? field,
  };
}

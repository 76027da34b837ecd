import type { DimensionId } from '~/domain/dimension';
import type { QualityFinding } from '~/domain/quality';
import type { Translate } from '~/i18n/translate';
import { dimensionName } from '../../../components/dimensionName';

/** What a finding is about, in one sentence. */
export const findingText = (t: Translate, finding: QualityFinding): string =>
  t(`quality.kind.${finding.kind}`, {
    n: finding.count,
    dimension: finding.dimension === null ? '' : dimensionName(t, finding.dimension as DimensionId),
    what: whatText(t, finding),
  });

/** The attribute or the kind of facts a finding speaks of. */
function whatText(t: Translate, { kind, what }: QualityFinding): string {
  if (what === null) return '';
  if (kind === 'badFacts' || kind === 'unassignedFacts') return t.find(`template.kind.${what}`) ?? what;
  return t.find(`customerList.attribute.${what}`) ?? t.find(`template.head.${what}`) ?? what;
}

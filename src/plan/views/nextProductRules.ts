import type { BoughtTogether } from '~/domain/nextProduct';
import { NO_ITEM } from '~/engine/customers/index';
import type { NextStudy } from '../customers/nextStudy';
import { membersOf, type PlanDocument } from '../document';

/** A rule in words of the products. */
export function boughtTogether(document: PlanDocument, { source, study }: NextStudy, k: number): BoughtTogether {
  const { rules } = study;
  const { byCode } = membersOf(document, 'product');
  const nameOf = (item: number): string => byCode[source.level.codes[item]]?.name ?? '';
  return {
    left: [rules.left[k], rules.also[k]].filter((item) => item !== NO_ITEM).map(nameOf),
    right: nameOf(rules.right[k]),
    of: rules.of[k],
    together: rules.together[k],
    support: rules.support[k],
    confidence: rules.confidence[k],
    lift: rules.lift[k],
  };
}

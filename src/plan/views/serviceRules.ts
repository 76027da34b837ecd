import type { ServiceRules } from '~/domain/serviceView';
import { NO_PACKAGE } from '~/engine/customers/index';
import { factsOf } from '../sources/facts';
import type { ServiceScene } from './serviceScene';

/** The packages with the customers each of them takes now, the settings, and how far visits, complaints and surveys reach. */
export function serviceRules({ document, on, codes, packages, packageAt, settings }: ServiceScene): ServiceRules {
  const customers = new Uint32Array(packages.length);
  let without = 0;
  for (const code of codes) {
    if (packageAt[code] === NO_PACKAGE) without += 1;
    else customers[packageAt[code]] += 1;
  }
  const reach = (kind: 'visits' | 'complaints' | 'surveys') => {
    const { count, asOf } = factsOf(document, kind);
    return { rows: count, asOf };
  };
  return {
    packages: packages.map((one, i) => ({ ...one, customers: customers[i] })),
    settings,
    without,
    on,
    visits: reach('visits'),
    complaints: reach('complaints'),
    surveys: reach('surveys'),
  };
}

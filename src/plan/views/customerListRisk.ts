import { RISKS } from '~/domain/customerList';
import { customerSilence } from '../customers/customerSilence';
import type { ListValues } from './customerListColumn';
import type { ListScene } from './customerListScene';
import { orderCoverage } from './orderCoverage';

const HIGH = RISKS.indexOf('high');
const WATCH = RISKS.indexOf('watch');

/** On the warning list (kpi sheet §2, churn); half way there (own values) is worth a look. */
const SILENCE = { high: 3, watch: 2 };

/**
 * How likely a customer is lost: silent for more than three times its own interval is high, more than twice worth a look.
 * Blank for who has no interval of its own yet.
 */
export function customerRisk(scene: ListScene): ListValues {
  const { times } = customerSilence(scene.document, scene.cache);
  const numbers = times.map((silence) =>
    Number.isNaN(silence) ? Number.NaN : silence > SILENCE.high ? HIGH : silence > SILENCE.watch ? WATCH : 0,
  );
  return { kind: 'flag', numbers, texts: null, total: null, gap: orderCoverage(scene.document) ? null : 'noOrders' };
}

import type { Day } from '~/domain/period';
import type { PlanDocument } from '../document';
import { factsOf } from '../sources/facts';

/** After a gap of so many days, a few rows are slips of the year and not the end of the data. */
const GAP_DAYS = 92;
const FEW = 0.01;

/**
 * The day deals are seen on: the newest beginning, step or close that has come, or the day a person said they are
 * complete to. Lonely days long after all others are slips of the pen and do not move it. Null without any day.
 */
export function pipelineDay(document: PlanDocument, today: Day): Day | null {
  const facts = factsOf(document, 'opportunities');
  const columns = [facts.number('created'), facts.number('closed'), factsOf(document, 'stageHistory').number('day')];
  const days = Float64Array.from(columns.flatMap((column) => Array.from(column).filter((day) => day <= today))).sort();
  if (days.length === 0) return facts.count > 0 ? (facts.asOf === null ? today : Math.min(facts.asOf, today)) : null;
  let last = days.length - 1;
  for (let i = days.length - 1; i > 0 && days.length - i <= Math.max(1, FEW * days.length); i -= 1) {
    if (days[i] - days[i - 1] > GAP_DAYS) last = i - 1;
  }
  const newest = days[last];
  const said = facts.asOf;
  // What a row bears is either in already or the slip itself; only a day of its own was said by a person.
  const isOwn = said !== null && said <= today && said > newest && !days.includes(said);
  return isOwn ? said : newest;
}

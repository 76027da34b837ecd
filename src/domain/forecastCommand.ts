import type { At } from './cell';
import type { ForecastAnalogue, ForecastEvent, KeptNode } from './forecast';
import type { Day, PeriodId } from './period';

/** What people add to a forecast, and what is kept of it. Sets with a known id replace, '' as id makes a new one. */
export type ForecastCommand =
  | { name: 'forecast/setEvents'; events: ForecastEvent[] }
  | { name: 'forecast/removeEvent'; id: string }
  /** `amount` null takes the override of a month away. */
  | { name: 'forecast/setOverrides'; at: At; months: { month: PeriodId; amount: number | null }[]; why: string }
  | { name: 'forecast/setAnalogue'; analogue: ForecastAnalogue }
  | { name: 'forecast/removeAnalogue'; id: string }
  | { name: 'forecast/keep'; takenOn: Day; asOf: Day; nodes: KeptNode[] }
  | { name: 'forecast/removeKept'; id: string }
  /** Writes a reconciled forecast, made and kept under `draft`, into a scenario of its own. */
  | { name: 'forecast/toScenario'; draft: string; title: string };

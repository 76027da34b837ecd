import type { At } from './cell';
import type { MemberCode } from './dimension';
import type { ForecastEvent, ForecastOverride, KeptNode } from './forecast';
import type { Day, PeriodId } from './period';
import type { ForecastView } from './view';

/** How far a model missed in the backtest; fractions, null where nobody can tell. */
export interface ModelErrors {
  name: string;
  /** 1 = as far off as repeating last year was over the history. */
  mase: number | null;
  /** Σ |forecast − actual| ÷ Σ |actual|. */
  wape: number | null;
  /** Σ (forecast − actual) ÷ Σ |actual|: above 0 too high. */
  bias: number | null;
  /** Share of months that lay in the 80 % range; null for models without ranges of their own. */
  coverage: number | null;
}

/** What a node's months are made of, minor units, by month over history and forecast; the five add up. */
export interface ForecastComponents {
  from: PeriodId;
  /** Months of history among them. */
  known: number;
  level: number[];
  season: number[];
  holidays: number[];
  events: number[];
  /** Null where the month is unknown. */
  remainder: (number | null)[];
}

/** What a marked promotion did or is taken to do; shares. */
export interface FoundLift {
  lift: number;
  lower: number;
  upper: number;
  months: number;
  source: 'given' | 'learned' | 'pooled' | 'unknown';
}

/** A mark with the names of its node, and what was found of it at the node that is looked at. */
export interface EventLine extends ForecastEvent {
  label: string;
  found: FoundLift | null;
}

/** A month that does not look like others, for a person to decide. */
export interface OutlierProposal {
  at: At;
  label: string;
  month: PeriodId;
  actual: number;
  /** What season and trend say it should have been. */
  expected: number;
  /** How far outside: distance from the middle half in its widths (3 and more is proposed). */
  size: number;
}

/** What sellers say themselves of a node. */
export interface OwnForecast {
  /** By calendar month, newest word; minor units. */
  months: { month: PeriodId; amount: number; said: Day | null }[];
  /** What was said of just this node, by the key of its row: said again on the same day, it takes its own place. */
  rows: { key: string; month: PeriodId; said: Day | null }[];
  /** Of the plan's year: closed months as they came, then their word, and the model where they said nothing. */
  year: number | null;
  /** Months of the year, not over yet, that they spoke of. */
  spoken: number;
  judged: JudgedForecast | null;
}

/** Whose forecast was better, over the months that could be judged. */
export interface JudgedForecast {
  /** Months. */
  n: number;
  /** 1 − Σ |miss| ÷ Σ |actual|; below 0 where they missed by more than came. */
  accuracy: number | null;
  bias: number | null;
  /** Accuracy of repeating last year, and of the model, over the same months with what was known when it was said. */
  naive: number | null;
  model: number | null;
  /** Months in which the model could be asked; its accuracy and theirs are compared over these alone. */
  modelMonths: number;
  /** Own accuracy less that of repeating last year, and less the model's: above 0 the words were worth something. */
  overNaive: number | null;
  overModel: number | null;
}

/** Everything the page of one node shows. */
export interface NodeForecast {
  view: ForecastView;
  /** The answer (`combination`), its members, and `seasonalNaive` as the yardstick. */
  errors: ModelErrors[];
  /** Starting points of the backtest, and months judged at each. */
  origins: number;
  steps: number;
  components: ForecastComponents | null;
  /** Marks that touch the node. */
  events: EventLine[];
  proposals: OutlierProposal[];
  overrides: ForecastOverride[];
  /** The plan's year with overrides in place of the model; null where it has no total. */
  final: number | null;
  /** Chance that the year reaches what the node answers for, by the model alone; null without a target or a range. */
  chance: number | null;
  own: OwnForecast | null;
  /** Months of the history that are unknown, and that are below zero. */
  gaps: PeriodId[];
  negative: PeriodId[];
  /** Whom it is said to be like. */
  analogue: { id: string; names: string[]; scale: number | null; used: boolean } | null;
  /** The member that could be said to be like others; null where the node has a history of its own, or is none. */
  newMember: { dimension: string; code: MemberCode } | null;
}

/** Marks and proposals over the whole plan. */
export interface EventsView {
  events: EventLine[];
  proposals: OutlierProposal[];
  /** Nodes that were looked at, and whether there are more. */
  nodes: number;
  cut: boolean;
  /** Imported promotions that are not marked yet, as the marks they would become. */
  offered: (ForecastEvent & { label: string })[];
  analogues: {
    id: string;
    dimension: string;
    member: MemberCode;
    name: string;
    like: string[];
    scale: number | null;
  }[];
}

/** Errors over a stretch of the horizon. */
export interface HorizonErrors {
  /** First and last month ahead; 0 = all of them. */
  first: number;
  last: number;
  n: number;
  mase: number | null;
  wape: number | null;
  bias: number | null;
  coverage: number | null;
}

export interface AccuracyRow {
  at: At;
  label: string;
  depth: number;
  /** Kept forecasts are judged by what came; without any, the models are tried on the past. */
  basis: 'kept' | 'backtest';
  all: HorizonErrors;
  horizons: HorizonErrors[];
  /** What it sells in a year, minor units: to weigh a miss. */
  size: number;
}

export interface SellerRow extends JudgedForecast {
  code: MemberCode;
  name: string;
}

export interface AccuracyView {
  /** Worst first. */
  rows: AccuracyRow[];
  cut: boolean;
  sellers: SellerRow[];
  /** Newest first. */
  kept: { id: string; takenOn: Day; asOf: Day; nodes: number; judged: number }[];
  /** What `forecast/keep` would keep now; null where nothing can be foretold. */
  asOf: Day | null;
}

/** What `forecast/keep` is given. */
export interface KeepDraft {
  takenOn: Day;
  asOf: Day;
  nodes: KeptNode[];
}

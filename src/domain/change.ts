import type { Goal, Hold } from './cell';
import type { CapacityRule, ChallengeRule, Risk, SimulationRule, TargetLetter } from './challenge';
import type { Hierarchy, Member } from './dimension';
import type { FactRecord } from './fact';
import type { ForecastAnalogue, ForecastEvent, ForecastOverride, KeptForecast } from './forecast';
import type { Dismissal, ImportProfile } from './importProfile';
import type { PipelineRule } from './pipeline';
import type { Plan, Workspace } from './plan';
import type { CreditRule, PriceBand, RebateProgramme, TierPrice } from './price';
import type { HolidayList, ImportRecord, KpiLimit, SourceImport, TierPin, TierRule } from './record';
import type { GrowthSource, Round } from './round';
import type { SavedFilter } from './savedFilter';
import type { SavedView } from './savedView';
import type { Approval, IssueRecord, Note, Scenario } from './scenario';
import type { LifecycleRule, Segmentation, Tiering } from './segmentation';
import type { ServicePackage, ServiceSettings } from './service';
import type { Limit, SpreadDefault } from './spread';
import type { Ownership } from './territory';

/** Small things that are stored row by row. Every record has an id that is unique within its type. */
export interface RecordTypes {
  workspace: Workspace;
  plan: Plan;
  member: Member;
  hierarchy: Hierarchy;
  hold: Hold;
  goal: Goal;
  import: ImportRecord;
  tierRule: TierRule;
  tierPin: TierPin;
  kpiLimit: KpiLimit;
  limit: Limit;
  spreadDefault: SpreadDefault;
  scenario: Scenario;
  issue: IssueRecord;
  approval: Approval;
  round: Round;
  growthSource: GrowthSource;
  note: Note;
  savedView: SavedView;
  holidayList: HolidayList;
  sourceImport: SourceImport;
  fact: FactRecord;
  importProfile: ImportProfile;
  dismissal: Dismissal;
  segmentation: Segmentation;
  lifecycleRule: LifecycleRule;
  tiering: Tiering;
  savedFilter: SavedFilter;
  servicePackage: ServicePackage;
  serviceSettings: ServiceSettings;
  creditRule: CreditRule;
  tierPrice: TierPrice;
  priceBand: PriceBand;
  rebateProgramme: RebateProgramme;
  ownership: Ownership;
  forecastEvent: ForecastEvent;
  forecastOverride: ForecastOverride;
  forecastAnalogue: ForecastAnalogue;
  keptForecast: KeptForecast;
  pipelineRule: PipelineRule;
  challengeRule: ChallengeRule;
  capacityRule: CapacityRule;
  risk: Risk;
  simulationRule: SimulationRule;
  targetLetter: TargetLetter;
}

export type RecordType = keyof RecordTypes;

export const RECORD_TYPES = [
  'workspace',
  'plan',
  'member',
  'hierarchy',
  'hold',
  'goal',
  'import',
  'tierRule',
  'tierPin',
  'kpiLimit',
  'limit',
  'spreadDefault',
  'scenario',
  'issue',
  'approval',
  'round',
  'growthSource',
  'note',
  'savedView',
  'holidayList',
  'sourceImport',
  'fact',
  'importProfile',
  'dismissal',
  'segmentation',
  'lifecycleRule',
  'tiering',
  'savedFilter',
  'servicePackage',
  'serviceSettings',
  'creditRule',
  'tierPrice',
  'priceBand',
  'rebateProgramme',
  'ownership',
  'forecastEvent',
  'forecastOverride',
  'forecastAnalogue',
  'keptForecast',
  'pipelineRule',
  'challengeRule',
  'capacityRule',
  'risk',
  'simulationRule',
  'targetLetter',
] as const satisfies readonly RecordType[];

export type RecordChange = {
  [T in RecordType]: { type: T; id: string; from: RecordTypes[T] | null; to: RecordTypes[T] | null };
}[RecordType];

/** From → to per record: null on the left means added, on the right removed. Order does not matter; ids are unique. */
export type RecordsDiff = RecordChange[];

/** Pairs [first, length]: runs of consecutive line ids. */
export type Runs = Uint32Array;

/** What happened to leaf values. All kinds carry enough to go both ways. */
export type CellDelta =
  | {
      kind: 'inline';
      plan: string;
      group: string;
      generation: number;
      column: string;
      period: number;
      lines: Runs;
      old: Float64Array;
      new: Float64Array;
      oldState: Uint8Array;
      newState: Uint8Array;
    }
  | {
      kind: 'segments';
      plan: string;
      group: string;
      generation: number;
      column: string;
      period: number;
      /** Per replaced segment number: the id before and after, null = all blank. */
      replaced: { no: number; from: string | null; to: string | null }[];
    }
  | { kind: 'lines'; plan: string; group: string; generation: number; first: number; codes: Uint32Array[] }
  | { kind: 'generation'; plan: string; from: number; to: number };

export interface ChangeSet {
  records: RecordsDiff;
  cells: CellDelta[];
}

/** The record side of a change backwards: applied after the change, it gives the state before. */
export const invertRecords = (diff: RecordsDiff): RecordsDiff =>
  diff.map((change) => ({ ...change, from: change.to, to: change.from }) as RecordChange);

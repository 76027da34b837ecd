import type { At, CellRef } from '~/domain/cell';
import type { Command, PlanSettings } from '~/domain/command';
import type { DimensionId } from '~/domain/dimension';
import type { Explanation, HistoryQuery, HistoryView } from '~/domain/history';
import type { Issue } from '~/domain/issue';
import type {
  Certainty,
  PackPreview,
  PackTable,
  TableChoice,
  TableFormat,
  TableRows,
  TableRowsQuery,
} from '~/domain/packView';
import type { Column } from '~/domain/plan';
import type { PlanChart, PlanChartQuery, RangeSummary, RowHits, SheetRange } from '~/domain/range';
import type { HolidayList } from '~/domain/record';
import type { Result } from '~/domain/result';
import type { CushionView, GrowthView, ProposalReading, RoundsView } from '~/domain/round';
import type { SavedView } from '~/domain/savedView';
import type { ApprovalView, Comparison, ComparisonQuery, NoteLine, ScenarioView } from '~/domain/scenario';
import type { MembersQuery, MembersView, ShapePreview, ShapeView } from '~/domain/shape';
import type { SheetBlock, SheetQuery, SheetRows } from '~/domain/sheet';
import type { SourceKind, SourceState } from '~/domain/source';
import type { SpreadPreview } from '~/domain/spread';
import type { Effect, HostEvent, HostStatus, WorkspaceHead } from '~/domain/status';
import type { TemplateWords } from '~/domain/templateWords';
import type {
  BaseDifference,
  CellStory,
  CustomersQuery,
  CustomersView,
  EditPreview,
  ForecastQuery,
  ForecastView,
  HoldLine,
  HomeView,
  KpiQuery,
  KpiView,
  LimitLine,
  MemberHit,
  MemberQuery,
  PlanProposal,
  SourceView,
} from '~/domain/view';
import type { ColumnGuess } from '~/exchange/mapping/guessMapping';
import type { ColumnMapping, ImportMapping, LookupJoin, MemberAlias, RowFilter } from '~/exchange/mapping/mapping';
import type { BalanceApi } from './balanceApi';
import type { CapacityApi } from './capacityApi';
import type { ChallengeApi } from './challengeApi';
import type { CustomerListApi } from './customerListApi';
import type { FactApi } from './factApi';
import type { ForecastPageApi } from './forecastPageApi';
import type { ForecastTreeApi } from './forecastTreeApi';
import type { LetterApi } from './letterApi';
import type { PipelineApi } from './pipelineApi';
import type { PriceApi } from './priceApi';
import type { QualityApi } from './qualityApi';
import type { SegmentApi } from './segmentApi';
import type { ServiceApi } from './serviceApi';
import type { SimulationApi } from './simulationApi';
import type { TerritoryApi } from './territoryApi';
import type { ValueApi } from './valueApi';

export type { ColumnGuess, ColumnMapping, ImportMapping, LookupJoin, MemberAlias, RowFilter };

/** A window of rows the page shows now; the answer to an edit carries its new numbers. */
export interface SheetWindow {
  sheet: number;
  first: number;
  count: number;
}

/** The answer to a change: what happened, and the numbers on screen after it. */
export interface Patch {
  effect: Effect;
  status: HostStatus;
  block: SheetBlock | null;
  /** Set when rows came or went. */
  rows: SheetRows | null;
}

export interface SampleOptions {
  language: 'zh-CN' | 'en';
  seed: number;
  /** 1, 10, 100 or 1,000 times the usual size. */
  scale: number;
}

export interface WorkbookRequest {
  sheet: SheetQuery;
  headings: Record<string, string>;
  exportedAt: string;
}

/** A list of proposals as it came: pasted text or a file. */
export interface ProposalSource {
  from: string | Blob;
  /** Whose names stand in a list without headings. */
  dimension: DimensionId;
  /** Major units that one number of the list stands for. */
  unit: number;
  locale: 'zh-CN' | 'en';
}

/** Words for the file of reported rows: its heads, and a sentence per issue code. */
export interface ReportWords {
  file: string;
  row: string;
  reason: string;
  reasons: Record<string, string>;
}

/** A pack of files on its way in. */
export interface PackOpened {
  draft: string;
  tables: PackTable[];
  /** Proposals, to be changed by the page and handed back. */
  choices: TableChoice[];
  /** Per table: how sure its kind and columns are. */
  certainty: Record<string, Certainty>;
  /** How the orders of the pack are read; null where it has none. */
  orders: ImportMapping | null;
  guesses: ColumnGuess[];
  issues: Issue[];
}

export interface PackTrial {
  choices: TableChoice[];
  orders: ImportMapping | null;
  /** Counts where the workspace is still to be made. */
  minorUnit?: number;
  /** Names that facts and members give to somebody known; those of orders stand in their mapping. */
  aliases?: MemberAlias[];
}

export interface TemplateRequest {
  kind: SourceKind;
  /** `templateWords` of the dictionaries. */
  words: TemplateWords;
  as: 'xlsx' | 'csv';
}

/** Files in, in any form: opened, corrected, checked, and only then taken by `sources/import`. */
export interface PackApi {
  openPack(files: File[], job: string): Promise<Result<PackOpened>>;
  /** Reads one table again in another way. */
  readTable(draft: string, table: string, format: Partial<TableFormat>): Promise<Result<PackTable>>;
  /** What a table may be under these headers when a person chooses its kind: its proposal of columns. */
  proposeFields(draft: string, table: string, kind: SourceKind): Promise<Result<TableChoice>>;
  /** How the orders of the pack would be read when a table became orders, was read anew, or is a look-up now. */
  proposeOrders(
    draft: string,
    choices: TableChoice[],
  ): Promise<Result<{ orders: ImportMapping | null; guesses: ColumnGuess[] }>>;
  tableRows(draft: string, query: TableRowsQuery, trial: PackTrial): Promise<Result<TableRows>>;
  previewPack(draft: string, trial: PackTrial, job: string): Promise<Result<PackPreview>>;
  rejectedRows(draft: string, words: ReportWords): Promise<Result<string>>;
  template(request: TemplateRequest): Promise<Result<{ name: string; bytes: Uint8Array }>>;
  /** Every kind that has rows, with the day it is complete to. */
  sourceStates(): Promise<Result<SourceState[]>>;
}

/**
 * What the page may ask of the worker. Every answer is plain data; expected failures are values.
 * Long calls take a job id chosen by the page, report progress as events and stop at `cancel`.
 */
export interface PlanHostApi
  extends PackApi,
    FactApi,
    QualityApi,
    CustomerListApi,
    SegmentApi,
    ValueApi,
    ServiceApi,
    PriceApi,
    TerritoryApi,
    PipelineApi,
    ChallengeApi,
    ForecastTreeApi,
    ForecastPageApi,
    SimulationApi,
    BalanceApi,
    CapacityApi,
    LetterApi {
  start(listener: (event: HostEvent) => void): Promise<HostStatus>;
  workspaces(): Promise<Result<WorkspaceHead[]>>;
  openWorkspace(id: string): Promise<Result<HostStatus>>;
  openSample(options: SampleOptions, job: string): Promise<Result<HostStatus>>;
  createWorkspace(options: { name: string; currency: PlanSettings['currency'] }): Promise<Result<HostStatus>>;
  deleteWorkspace(id: string): Promise<Result<null>>;
  closeWorkspace(): Promise<HostStatus>;
  openPlan(id: string): Promise<Result<HostStatus>>;
  takeOver(): Promise<Result<HostStatus>>;

  dispatch(command: Command, window: SheetWindow | null): Promise<Result<Patch>>;
  undo(window: SheetWindow | null): Promise<Result<Patch>>;
  redo(window: SheetWindow | null): Promise<Result<Patch>>;
  preview(command: Command): Promise<Result<EditPreview>>;
  story(cell: CellRef): Promise<Result<CellStory>>;
  /** Every lock on a column of the open plan. */
  holds(column: Column): Promise<Result<HoldLine[]>>;
  /** Every lasting minimum and maximum on a column of the open plan. */
  limits(column: Column): Promise<Result<LimitLine[]>>;
  /** Who gets what by a spread, a series, or both margins. */
  spreadPreview(command: Command, dimension: string): Promise<Result<SpreadPreview>>;
  explain(cell: CellRef): Promise<Result<Explanation>>;
  history(query: HistoryQuery): Promise<Result<HistoryView>>;
  /** Looks at the plan as it stood after an entry, read-only; null comes back to now. */
  openPast(seq: number | null): Promise<Result<HostStatus>>;
  /** Whose name stands in the journal from now on: a word of the person at this device. */
  introduce(name: string): Promise<null>;
  notes(): Promise<Result<NoteLine[]>>;
  savedViews(): Promise<Result<SavedView[]>>;
  scenarios(): Promise<Result<ScenarioView>>;
  compare(query: ComparisonQuery): Promise<Result<Comparison>>;
  approvals(): Promise<Result<ApprovalView>>;
  rounds(round: string | null): Promise<Result<RoundsView>>;
  /** What a list of proposals means for the open plan; nothing is written. */
  readProposals(source: ProposalSource): Promise<Result<ProposalReading>>;
  growth(at: At): Promise<Result<GrowthView>>;
  cushion(): Promise<Result<CushionView>>;
  shape(): Promise<Result<ShapeView>>;
  /** Days off and make-up days in a file: CSV, JSON or a calendar. */
  readHolidays(file: File): Promise<Result<HolidayList['days']>>;
  /** What a change of shape would do. */
  shapePreview(command: Command): Promise<Result<ShapePreview>>;
  memberList(query: MembersQuery): Promise<Result<MembersView>>;
  planChart(query: PlanChartQuery): Promise<Result<PlanChart>>;
  /** What `plan/refreshBase` would change. */
  baseDifference(): Promise<Result<BaseDifference>>;
  /** Resolves when everything shown so far is durable, or says why it is not. */
  settle(): Promise<HostStatus>;

  openSheet(query: SheetQuery): Promise<Result<SheetRows>>;
  toggleRow(sheet: number, row: string, open: boolean): Promise<Result<SheetRows>>;
  sheetBlock(window: SheetWindow): Promise<Result<SheetBlock>>;
  /** Opens what a row lies under, so that it is on the sheet. */
  revealRow(sheet: number, row: string): Promise<Result<SheetRows>>;
  /** Opens or closes every row down to a level; 0 closes all. */
  openLevel(sheet: number, level: number): Promise<Result<SheetRows>>;
  rangeSummary(range: SheetRange): Promise<Result<RangeSummary>>;
  /** Rows of the whole tree, open or not, whose names hold the words, in pinyin as well. */
  findRows(sheet: number, words: string): Promise<Result<RowHits>>;

  discardImport(draft: string): Promise<null>;

  proposePlan(settings: Partial<PlanSettings>): Promise<Result<PlanProposal>>;
  home(): Promise<Result<HomeView>>;
  customers(query: CustomersQuery): Promise<Result<CustomersView>>;
  forecast(query: ForecastQuery, job: string): Promise<Result<ForecastView>>;
  /** Up to 50 members whose names hold the words. */
  members(query: MemberQuery): Promise<Result<MemberHit[]>>;
  kpis(query: KpiQuery): Promise<Result<KpiView>>;
  sources(): Promise<Result<SourceView>>;
  workbook(request: WorkbookRequest, job: string): Promise<Result<{ name: string; bytes: Uint8Array }>>;
  /** Everything in memory as one file, for the day the browser cannot save. */
  rescueFile(): Promise<Result<{ name: string; bytes: Uint8Array }>>;
  /** All that can be read of a workspace that does not open. */
  rescueStored(id: string): Promise<Result<{ name: string; bytes: Uint8Array }>>;
  cancel(job: string): Promise<null>;
}

import type { IssueCode } from '~/domain/issue';
import type { TableRows } from '~/domain/packView';
import { ok, type Result } from '~/domain/result';
import {
  type BasketStudy,
  basketStudy,
  STUDY_STEPS,
  type StudyInput,
  VALUE_STEPS,
  type ValuedCustomers,
  type ValueInput,
  valueCustomers,
} from '~/engine/customers/index';
import type { SeriesForecast } from '~/engine/forecast/index';
import { type DealSimulation, simulateDeals } from '~/engine/pipeline/index';
import { type SimulationInput, type SimulationStudy, studyYear } from '~/engine/simulation/index';
import type { OpenedTable, OpenOptions } from '~/exchange/sources/openTables';
import type { PackInput, PackRead } from '~/exchange/sources/readPack';
import type { WindowInput } from '~/exchange/sources/tableWindow';
import type { ListFile } from '~/exchange/workbook/listFile';
import type { PlanSheetModel } from '~/exchange/workbook/planSheetModel';
import { type ForetellOptions, foretellNode, type NodeSeries, seriesOnly } from '~/plan/forecast/foretellNode';
import { type OwnCase, withModel } from '~/plan/forecast/ownCases';
import { rollingCases } from '~/plan/forecast/rollingCases';
import { type NodeStudy, type NodeTrial, outliersOf, studyNode } from '~/plan/forecast/studyNode';
import { type ReconciledTree, reconcileTree, type TreeToReconcile } from '~/plan/outlooks/reconcileTree';
import { createSample, type Sample } from '~/plan/sample/createSample';
import type { SampleOptions } from './protocol';

/** What a long computation may tell and be told while it runs. */
export interface TaskControl {
  signal: { readonly aborted: boolean };
  onProgress(done: number, total: number | null): void;
}

/** Computations that never run beside an edit: each a pure function of its input. */
export const TASKS = {
  /** All that the page of one node shows of its months. */
  forecast: async (input: { node: NodeSeries; options: ForetellOptions }): Promise<Result<NodeStudy>> =>
    ok(studyNode(input.node, input.options)),

  /** Many series at once, without a backtest. */
  forecasts: async (input: { series: NodeSeries[]; options: ForetellOptions }): Promise<Result<SeriesForecast[]>> =>
    ok(input.series.map((series) => seriesOnly(foretellNode(series, { ...input.options, origins: 0 })))),

  /** How far the models would have missed in the past, and which months are unlike others, of many nodes. */
  studies: async (input: {
    series: NodeSeries[];
    options: ForetellOptions;
    of: 'cases' | 'outliers';
  }): Promise<Result<NodeTrial[]>> =>
    ok(
      input.series.map((series) =>
        input.of === 'cases'
          ? { cases: rollingCases(series, input.options), outliers: [] }
          : { cases: [], outliers: outliersOf(series, input.options) },
      ),
    ),

  /** What the models would have said on the days on which sellers said theirs. */
  ownWords: async (input: {
    nodes: { series: NodeSeries; cases: OwnCase[] }[];
    options: ForetellOptions;
  }): Promise<Result<OwnCase[][]>> =>
    ok(input.nodes.map(({ series, cases }) => withModel(cases, series, input.options))),

  /** Forecasts of a tree, made to add up. */
  reconcile: async (input: TreeToReconcile): Promise<Result<ReconciledTree>> => ok(reconcileTree(input)),

  value: async (input: ValueInput, control: TaskControl): Promise<Result<ValuedCustomers>> =>
    ok(valueCustomers(input, (done) => control.onProgress(done, VALUE_STEPS))),

  basket: async (input: StudyInput, control: TaskControl): Promise<Result<BasketStudy>> =>
    ok(basketStudy(input, (done) => control.onProgress(done, STUDY_STEPS))),

  simulation: async (input: SimulationInput, control: TaskControl): Promise<Result<SimulationStudy>> =>
    ok(studyYear(input, control.onProgress)),

  dealDraws: async (input: DealSimulation, control: TaskControl): Promise<Result<Float64Array>> =>
    ok(simulateDeals(input, (done) => control.onProgress(done, input.draws))),

  openTables: async (input: { file: Blob } & OpenOptions): Promise<Result<OpenedTable[]>> => {
    const { openTables } = await import('~/exchange/sources/openTables');
    return openTables(new Uint8Array(await input.file.arrayBuffer()), input);
  },

  readPack: async (input: PackInput, control: TaskControl): Promise<Result<PackRead>> => {
    const { readPack } = await import('~/exchange/sources/readPack');
    return readPack(input, control);
  },

  tableWindow: async (input: WindowInput): Promise<Result<TableRows>> => {
    const { tableWindow } = await import('~/exchange/sources/tableWindow');
    return ok(await tableWindow(input));
  },

  sample: async (input: SampleOptions): Promise<Result<Sample>> => ok(createSample(input)),

  listFile: async (input: ListFile): Promise<Result<Uint8Array>> => {
    const { listFile } = await import('~/exchange/workbook/listFile');
    return ok(await listFile(input));
  },

  workbook: async (input: PlanSheetModel): Promise<Result<Uint8Array>> => {
    const { writePlanWorkbook } = await import('~/exchange/workbook/writePlanWorkbook');
    return ok(await writePlanWorkbook(input));
  },
};

export type TaskName = keyof typeof TASKS;

/** Tasks that files of others can make hang: after so many ms their worker is ended, and the answer is this issue. */
export const TASK_LIMITS: Partial<Record<TaskName, { ms: number; issue: IssueCode }>> = {
  openTables: { ms: 60_000, issue: 'workbook/tooSlow' },
};

export type TaskInput<N extends TaskName> = Parameters<(typeof TASKS)[N]>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>;

/** Where long computations run: beside planHost in workers, or in place in tests and where workers cannot start. */
export interface ComputePool {
  run<N extends TaskName>(name: N, input: TaskInput<N>, control: TaskControl): Promise<TaskOutput<N>>;
}

export const inlinePool: ComputePool = {
  run: (name, input, control) =>
    (TASKS[name] as (i: typeof input, c: TaskControl) => Promise<TaskOutput<typeof name>>)(input, control),
};

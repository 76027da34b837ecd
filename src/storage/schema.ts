import { Dexie, type EntityTable, type Table } from 'dexie';
import { RECORD_TYPES, type RecordType, type RecordTypes } from '~/domain/change';
import type { Entry, Step } from '~/domain/journal';
import type { Manifest } from '~/domain/segment';
import type { MemberBlock, StoredFacts, StoredHeader, StoredLines, StoredOrders, StoredSegment } from './rows';

export type PlainRecordType = Exclude<RecordType, 'member'>;

export const PLAIN_RECORD_TYPES = RECORD_TYPES.filter((type): type is PlainRecordType => type !== 'member');

/** Record tables of the first release of this schema. */
const FIRST_RECORD_TYPES = [
  'workspace',
  'plan',
  'hierarchy',
  'hold',
  'goal',
  'import',
  'tierRule',
  'tierPin',
  'kpiLimit',
] as const;

/** What the second release added. */
const SECOND_RECORD_TYPES = [
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
] as const;

/** What the fourth release added; all others came with the third. */
const FOURTH_RECORD_TYPES: ReadonlySet<RecordType> = new Set<RecordType>([
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
]);

export type RecordTables = { [T in PlainRecordType]: Table<RecordTypes[T], string> };

export interface WorkspaceDatabase extends Dexie {
  header: Table<StoredHeader, string>;
  journal: EntityTable<Entry, 'seq'>;
  steps: EntityTable<Step, 'seq'>;
  memberBlocks: Table<MemberBlock, [string, number]>;
  lines: Table<StoredLines, [string, number, string, number]>;
  manifests: Table<Manifest, [string, number, string, string, number]>;
  segments: Table<StoredSegment, string>;
  orders: Table<StoredOrders, string>;
  factSegments: Table<StoredFacts, string>;
  recordTables: RecordTables;
}

export const databaseName = (namespace: string, workspace: string): string => `${namespace}v1/${workspace}`;

/**
 * One database holds one workspace. Its major schema is part of the name: an upgrade copies into a new database and
 * leaves the old one, so that code before the upgrade can neither break nor half-read what newer code wrote.
 */
export function workspaceDatabase(namespace: string, workspace: string): WorkspaceDatabase {
  const database = new Dexie(databaseName(namespace, workspace), {
    chromeTransactionDurability: 'strict',
  }) as WorkspaceDatabase;
  const stores: Record<string, string> = {
    header: 'key',
    journal: 'seq',
    steps: 'seq',
    memberBlocks: '[dimension+no]',
    lines: '[plan+generation+group+no]',
    manifests: '[plan+generation+group+column+period]',
    segments: 'id',
    orders: 'id',
  };
  for (const type of FIRST_RECORD_TYPES) stores[recordTable(type)] = 'id';
  database.version(1).stores(stores);
  // Later tables only add: what is stored stays where it is.
  const second: Record<string, string> = { ...stores };
  for (const type of SECOND_RECORD_TYPES) second[recordTable(type)] = 'id';
  database.version(2).stores(second);
  // `facts` are the single ones that people put in by hand.
  stores.factSegments = 'id';
  for (const type of PLAIN_RECORD_TYPES) if (!FOURTH_RECORD_TYPES.has(type)) stores[recordTable(type)] = 'id';
  database.version(3).stores({ ...stores });
  for (const type of PLAIN_RECORD_TYPES) stores[recordTable(type)] = 'id';
  database.version(4).stores(stores);
  database.recordTables = Object.fromEntries(
    PLAIN_RECORD_TYPES.map((type) => [type, database.table(recordTable(type))]),
  ) as RecordTables;
  return database;
}

const recordTable = (type: PlainRecordType): string => `${type}s`;

import { foldKey } from '~/domain/dimension';
import type { ImportProfile } from '~/domain/importProfile';
import { type Issue, issue } from '~/domain/issue';
import type { Certainty, PackTable, TableChoice } from '~/domain/packView';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import type { ColumnGuess } from '../mapping/guessMapping';
import type { ImportMapping } from '../mapping/mapping';
import { guessKinds } from './guessKinds';
import type { PackedTable } from './packedTable';
import { profileId, remindedChoice } from './profile';
import { proposeChoice } from './proposeChoice';
import { proposeOrders } from './proposeOrders';
import { WHOLE_BYTES } from './wholeBytes';

export interface PackProposal {
  choices: TableChoice[];
  certainty: Record<string, Certainty>;
  leftOut: Record<string, NonNullable<PackTable['leftOutBecause']>>;
  orders: ImportMapping | null;
  guesses: ColumnGuess[];
  /** Per table: what is worth saying about why it is taken so. */
  issues: Record<string, Issue[]>;
}

interface Thought {
  packed: PackedTable;
  kinds: SourceKind[];
  certainty: Certainty;
  profile: ImportProfile | null;
  leftOut: PackTable['leftOutBecause'];
  lookup: boolean;
}

/**
 * What the tables of a pack are, taken together: which are orders and which complete them, which are lists and facts, and
 * which to leave out and why. Tables with headers that were read before are known. A proposal: a person sees and changes it.
 */
export function proposePack(
  tables: readonly PackedTable[],
  profiles: ReadonlyMap<string, ImportProfile>,
): PackProposal {
  const thoughts = tables.map((packed): Thought => {
    const found = profiles.get(profileId(packed.source.headers));
    const profile = found && found.readAs === undefined ? found : null;
    const { headers, rows } = packed.head;
    const { file, sheet } = packed.table;
    const guess = guessKinds({ headers, sample: rows, file, sheet });
    if (profile)
      return { packed, kinds: [...profile.kinds], certainty: 'known', profile, leftOut: undefined, lookup: false };
    const leftOut = guess.isNote ? 'note' : guess.kinds.length === 0 ? 'notUnderstood' : undefined;
    return { packed, kinds: guess.kinds, certainty: guess.certainty, profile, leftOut, lookup: false };
  });
  keepToOrders(thoughts);
  leaveOutTwins(thoughts);
  const issues = settleOrders(thoughts);
  const { mapping, guesses } = proposeOrders(
    tables,
    thoughts.map(({ packed, kinds, leftOut }) => ({
      table: packed.source.id,
      isOrders: leftOut === undefined && kinds.includes('orders'),
      isLookup: leftOut !== 'note' && leftOut !== 'sameRows',
    })),
    profiles,
  );
  for (const thought of thoughts) settleList(thought, thoughts, mapping);
  const choices = thoughts.map(({ packed, kinds, profile, leftOut, lookup }): TableChoice => {
    const choice = proposeChoice(packed.source.id, packed.head, kinds);
    if (lookup) return { ...choice, use: 'lookup', kinds: [] };
    if (leftOut) return { ...choice, use: 'ignored' };
    return profile ? remindedChoice(choice, profile, packed.source.headers) : choice;
  });
  return {
    choices,
    certainty: Object.fromEntries(thoughts.map(({ packed, certainty }) => [packed.source.id, certainty])),
    leftOut: Object.fromEntries(
      thoughts.flatMap(({ packed, leftOut, lookup }) => (leftOut && !lookup ? [[packed.source.id, leftOut]] : [])),
    ),
    orders: mapping,
    guesses,
    issues,
  };
}

/** Orders are streamed; what else a file too large to be read whole may be is left to a smaller one. */
function keepToOrders(thoughts: readonly Thought[]): void {
  for (const thought of thoughts) {
    if (thought.packed.source.blob.size > WHOLE_BYTES && thought.kinds.includes('orders')) thought.kinds = ['orders'];
  }
}

/** The same table in two files (a workbook and its export): the second is left out. */
function leaveOutTwins(thoughts: readonly Thought[]): void {
  const seen = new Map<string, Thought>();
  const plainFirst = [...thoughts].sort(
    (a, b) => Number(a.packed.source.rowNumbers !== null) - Number(b.packed.source.rowNumbers !== null),
  );
  for (const thought of plainFirst) {
    const { table, source } = thought.packed;
    if (thought.leftOut || table.rows === null || table.rows === 0) continue;
    const said = JSON.stringify([profileId(source.headers), table.rows, table.sample]);
    if (seen.has(said)) thought.leftOut = 'sameRows';
    else seen.set(said, thought);
  }
}

/** Orders beside a pipeline: what is won there is in the orders already. Orders with other columns wait for another import. */
function settleOrders(thoughts: readonly Thought[]): Record<string, Issue[]> {
  const issues: Record<string, Issue[]> = {};
  const orders = thoughts.filter(({ kinds, leftOut }) => !leftOut && kinds.includes('orders'));
  const pure = orders.filter(({ kinds }) => !kinds.includes('opportunities'));
  if (pure.length > 0) {
    for (const thought of orders) {
      if (!pure.includes(thought) && thought.certainty !== 'known')
        thought.kinds = thought.kinds.filter((kind) => kind !== 'orders');
    }
  }
  const main = mainOrders(thoughts.filter(({ kinds, leftOut }) => !leftOut && kinds.includes('orders')));
  for (const thought of thoughts) {
    if (!main || thought === main || thought.leftOut || !thought.kinds.includes('orders')) continue;
    const has = new Set(thought.packed.source.headers);
    if (main.packed.source.headers.every((header) => has.has(header))) continue;
    thought.kinds = thought.kinds.filter((kind) => kind !== 'orders');
    if (thought.kinds.length === 0) thought.leftOut = 'notUnderstood';
    const { id, file } = thought.packed.source;
    issues[id] = [issue('import/otherOrders', undefined, { file })];
  }
  return issues;
}

const mainOrders = (orders: readonly Thought[]): Thought | undefined =>
  [...orders].sort((a, b) => b.packed.table.size - a.packed.table.size)[0];

/** A list beside the one the orders are joined to: the same again, or of something else. */
function settleList(thought: Thought, thoughts: readonly Thought[], orders: ImportMapping | null): void {
  const { packed, kinds, certainty } = thought;
  const joined = orders?.joins.find(({ lookup }) => lookup === packed.source.id);
  if (thought.leftOut === 'notUnderstood' && joined) {
    thought.leftOut = undefined;
    thought.lookup = true;
    thought.certainty = 'likely';
  }
  const [kind] = kinds;
  const dimension = kind === undefined ? undefined : SOURCES[kind].dimension;
  if (thought.leftOut || joined || dimension === undefined || certainty === 'known') return;
  const join = orders?.joins.find((candidate) => candidate.dimension === dimension);
  const other = thoughts.find(({ packed: { source } }) => source.id === join?.lookup);
  if (!join || !other) return;
  const known = new Set(columnOf(other.packed, join.key));
  const header = proposeChoice(packed.source.id, packed.head, kinds).fields[kind]?.key ?? '';
  const own = columnOf(packed, header);
  const met = own.filter((key) => known.has(key)).length / Math.max(1, own.length);
  if (met > 0.9) thought.leftOut = 'sameRows';
  else if (met < 0.05) thought.leftOut = 'notUnderstood';
}

const columnOf = ({ whole, head }: PackedTable, header: string): string[] => {
  const { headers, rows } = whole ?? head;
  const at = headers.indexOf(header);
  return at < 0 ? [] : rows.map((row) => foldKey(row[at])).filter((key) => key !== '');
};

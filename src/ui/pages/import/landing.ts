import type { Certainty, PackTable, TableChoice } from '~/domain/packView';

/** What the check is shown for first: the pack as a whole, or one table. */
export type Place = 'all' | (string & {});

interface Opened {
  choices: readonly TableChoice[];
  certainty: Readonly<Record<string, Certainty>>;
}

export const isUsed = (choice: TableChoice): boolean => choice.use !== 'ignored';

/** A table that a person should look at: it is taken in, and its kind or columns are a guess. */
export const asksForLook = (choice: TableChoice, certainty: Certainty | undefined): boolean =>
  isUsed(choice) && (certainty === 'likely' || certainty === 'none');

/**
 * Where a person lands when the files were understood. What is known needs no question: the pack as a whole with its dry
 * run. A table that is a guess comes first. A pack that is nothing but orders shows their columns, as most people want to
 * see what was made of them.
 */
export function landingPlace({ choices, certainty }: Opened): Place {
  const used = choices.filter(isUsed);
  if (used.length > 0 && used.every((choice) => certainty[choice.table] === 'known')) return 'all';
  const doubtful = used.find((choice) => asksForLook(choice, certainty[choice.table]));
  if (doubtful) return doubtful.table;
  const orders = used.find((choice) => choice.kinds.includes('orders'));
  const others = used.some((choice) => choice.kinds.some((kind) => kind !== 'orders'));
  if (orders && !others) return orders.table;
  if (used.length === 1) return used[0].table;
  return used.length === 0 && choices.length > 0 ? choices[0].table : 'all';
}

/**
 * The certainty of a table as a person should see it: with dates or numbers that can be read in two ways nothing of it is
 * sure. Orders ask for their dates by themselves.
 */
export function shownCertainty(table: PackTable, choice: TableChoice | null, certainty: Certainty): Certainty {
  const asks = table.format.dateOrder === null && table.issues.some(({ code }) => code === 'import/ambiguousDate');
  const asksMark = table.issues.some(({ code }) => code === 'import/ambiguousNumber');
  return certainty !== 'none' && (asksMark || (asks && !choice?.kinds.includes('orders'))) ? 'likely' : certainty;
}

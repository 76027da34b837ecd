import { describe, expect, it } from 'vitest';
import { issue } from '~/domain/issue';
import type { Certainty, PackTable, TableChoice } from '~/domain/packView';
import { asksForLook, landingPlace, shownCertainty } from '~/ui/pages/import/landing';

const choice = (table: string, part: Partial<TableChoice> = {}): TableChoice => ({
  table,
  use: 'source',
  kinds: ['visits'],
  fields: {},
  key: {},
  merge: {},
  asOf: null,
  fixes: [],
  ...part,
});

const land = (choices: TableChoice[], certainty: Record<string, Certainty>) => landingPlace({ choices, certainty });

describe('where a person lands with a pack', () => {
  it('is the dry run where every table is known: no question is asked', () => {
    const choices = [choice('a'), choice('b'), choice('readme', { use: 'ignored', kinds: [] })];
    expect(land(choices, { a: 'known', b: 'known', readme: 'none' })).toBe('all');
  });

  it('is the first table that is a guess, before anything else', () => {
    expect(land([choice('a'), choice('b'), choice('c')], { a: 'known', b: 'likely', c: 'none' })).toBe('b');
  });

  it('is the orders where they come alone or with their look-ups', () => {
    const orders = choice('o', { kinds: ['orders'] });
    const lookup = choice('l', { use: 'lookup', kinds: [] });
    expect(land([lookup, orders], { o: 'sure', l: 'sure' })).toBe('o');
    expect(land([orders, choice('v')], { o: 'sure', v: 'sure' })).toBe('all');
  });

  it('is the only table that is used, and the first one where none is', () => {
    expect(land([choice('x', { use: 'ignored' }), choice('a')], { x: 'none', a: 'sure' })).toBe('a');
    expect(land([choice('x', { use: 'ignored' })], { x: 'none' })).toBe('x');
    expect(land([], {})).toBe('all');
  });
});

describe('a look at a table', () => {
  it('is asked for where it is taken in and a guess, never where it is left out', () => {
    expect(asksForLook(choice('a'), 'likely')).toBe(true);
    expect(asksForLook(choice('a'), 'sure')).toBe(false);
    expect(asksForLook(choice('a', { use: 'ignored' }), 'none')).toBe(false);
  });
});

describe('dates with two readings', () => {
  const table = (dateOrder: PackTable['format']['dateOrder']) =>
    ({ format: { dateOrder }, issues: [issue('import/ambiguousDate')] }) as unknown as PackTable;

  it('make a table a guess until somebody says how they are read; orders ask by themselves', () => {
    expect(shownCertainty(table(null), choice('a'), 'known')).toBe('likely');
    expect(shownCertainty(table('dmy'), choice('a'), 'known')).toBe('known');
    expect(shownCertainty(table(null), choice('a', { kinds: ['orders'] }), 'known')).toBe('known');
    expect(shownCertainty(table(null), choice('a'), 'none')).toBe('none');
  });
});

import { describe, expect, test } from 'vitest';
import type { CustomerListQuery } from '~/domain/customerList';
import { isNarrowed, ownerIn, paramsOf, queryOf, widened, withOwner } from '~/ui/pages/customers/list/listParams';

const START = queryOf({});

/** As the address keeps it: what is null is not there. */
const address = (query: CustomerListQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(paramsOf(query)).filter((entry): entry is [string, string] => entry[1] !== null));

describe('the address of a list', () => {
  test('is empty for all customers, the largest first', () => {
    expect(address(START)).toEqual({});
    expect(START.sort).toEqual({ by: 'sales12', descending: true });
    expect(isNarrowed(START)).toBe(false);
  });

  test('says the same question again', () => {
    const asked: CustomerListQuery = {
      search: '华东 & co',
      tier: 'none',
      stage: 'lost',
      segmentation: 'g1',
      segment: '',
      all: [
        { column: { kind: 'member', dimension: 'seller' }, is: 'is', value: 7 },
        { column: { kind: 'figure', figure: 'sales12' }, is: 'atLeast', value: 1000 },
        { column: { kind: 'attribute', attribute: 'industry' }, is: 'contains', value: 'tra&de=' },
      ],
      sort: { by: 'attribute:size', descending: false },
    };
    const written = new URLSearchParams(address(asked)).toString();
    expect(queryOf(Object.fromEntries(new URLSearchParams(written)))).toEqual(asked);
    expect(address(widened(asked))).toEqual({ segmentation: 'g1', sort: 'attribute:size' });
  });

  test('leaves out what is not understood', () => {
    const odd = { tier: 'Z', stage: 'gone', seller: 'x', sort: 'nothing', where: '[{"is":"magic"},7,null]' };
    expect(queryOf(odd)).toEqual(START);
    expect(queryOf({ where: '{' })).toEqual(START);
  });

  test('has one owner per dimension at most', () => {
    const one = withOwner(START, 'region', 3);
    expect(ownerIn(withOwner(one, 'region', 4), 'region')).toBe(4);
    expect(withOwner(one, 'region', 4).all).toHaveLength(1);
    expect(withOwner(one, 'region', null)).toEqual(START);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderSegment } from '~/domain/order';
import { createRandom } from '~/engine/numeric';
import { alikeNames, linesByMonth, nameCore, outlyingLines } from '~/engine/quality';

const groupsOf = (names: string[], reading?: (name: string) => string) =>
  alikeNames(names, reading ? { reading } : {}).map((group) => [group.reason, ...group.names.map((i) => names[i])]);

describe('names that may be one', () => {
  test('case, width, spaces and punctuation do not count', () => {
    expect(groupsOf(['GTX Pro', 'ＧＴＸ－ｐｒｏ', 'GTXPro', 'GTX Plus Pro'])).toEqual([
      ['same', 'GTX Pro', 'ＧＴＸ－ｐｒｏ', 'GTXPro'],
    ]);
  });

  test('the form of a company and words of places may be left out', () => {
    expect(groupsOf(['深圳市博远科技有限公司', '深圳博远科技', 'Acme Co., Ltd.', 'ACME'])).toEqual([
      ['form', '深圳市博远科技有限公司', '深圳博远科技'],
      ['form', 'Acme Co., Ltd.', 'ACME'],
    ]);
    expect(nameCore('有限公司')).toBe('有限公司');
  });

  test('one letter off is alike where a name is long, Latin and numbers nothing', () => {
    expect(groupsOf(['technology', 'technolgy', 'tehcnology'])).toEqual([
      ['letter', 'technology', 'technolgy', 'tehcnology'],
    ]);
    expect(groupsOf(['Series A', 'Series B'])).toEqual([]);
    expect(groupsOf(['Model 100X', 'Model 200X'])).toEqual([]);
    expect(groupsOf(['Type II', 'Type III'])).toEqual([]);
    expect(groupsOf(['Bolt', 'Bold'])).toEqual([]);
  });

  test('Chinese names meet by their sound, never by another sign', () => {
    const reading = (name: string) => name.replaceAll('圆', '远').replaceAll('园', '远');
    expect(groupsOf(['博远科技', '博圆科技', '博达科技'], reading)).toEqual([['reading', '博远科技', '博圆科技']]);
    expect(groupsOf(['华东一部', '华东二部', 'A系列', 'B系列'], reading)).toEqual([]);
  });

  test('blank names are alike to nobody', () => {
    expect(groupsOf(['', ' ', '-', 'Acme'])).toEqual([]);
  });

  test('another order of the names gives the same groups', () => {
    const names = ['Acme', 'ACME Ltd', 'Technology', 'technolgy', 'Northwind', 'North Wind', 'Zeta', 'Contoso'];
    const sets = (list: string[]) =>
      alikeNames(list)
        .map((group) => group.names.map((i) => list[i]).sort())
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(sets(shuffled)).toEqual(sets(names));
      }),
      { seed: 44 },
    );
  });

  test('a thousand names drawn at random are a thousand, and a planted twin is found', () => {
    const random = createRandom(45);
    const word = () => Array.from({ length: 9 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
    const names = Array.from({ length: 1000 }, word);
    expect(alikeNames(names)).toEqual([]);
    expect(groupsOf([...names, `${names[17].slice(0, 4)}${names[17].slice(5)}`])).toHaveLength(1);
  });
});

/** Forty lines of a product around a price of 100, and one more. */
function withLine(amount: number, quantity: number): OrderSegment[] {
  const random = createRandom(46);
  const amounts = Array.from({ length: 40 }, () => Math.round(100 * 10 * (0.9 + random() * 0.2)));
  return [
    {
      count: 41,
      day: new Int32Array(41).fill(20_000),
      codes: { product: new Uint32Array(41).fill(1) },
      amount: Float64Array.from([...amounts, amount]),
      quantity: Float64Array.from([...amounts.map(() => 10), quantity]),
      order: new Float64Array(41),
      row: new Float64Array(41),
    },
  ];
}

describe('lines that lie far off', () => {
  test('a price a hundredfold is a unit mixed up, one fivefold is odd, one a half more is not', () => {
    expect(outlyingLines(withLine(100_000, 10), 10).lines).toMatchObject([{ row: 40, odd: 'unit' }]);
    expect(outlyingLines(withLine(5000, 10), 10).lines).toMatchObject([{ row: 40, odd: 'price' }]);
    expect(outlyingLines(withLine(1500, 10), 10)).toEqual({ lines: [], all: 0 });
  });

  test('a large order at the usual price is odd by its amount', () => {
    expect(outlyingLines(withLine(1_000_000, 10_000), 10).lines).toMatchObject([{ row: 40, odd: 'amount' }]);
  });

  test('few lines say nothing, returns and zeros are not looked at', () => {
    const [segment] = withLine(-100_000, 10);
    expect(outlyingLines([segment], 10).all).toBe(0);
    expect(outlyingLines([{ ...segment, count: 20 }], 10).all).toBe(0);
  });
});

test('lines are counted by month, months without any as 0', () => {
  const [segment] = withLine(1, 1);
  segment.day[40] = 20_000 + 70;
  const { lines } = linesByMonth([segment]);
  expect(Array.from(lines)).toEqual([40, 0, 1]);
  expect(linesByMonth([])).toEqual({ firstMonth: 0, lines: new Uint32Array(0) });
});

test('grades of two letters tell things apart, a slip in a longer word does not', () => {
  expect(alikeNames(['HL Mountain Tire', 'ML Mountain Tire', 'LL Mountain Tire'])).toEqual([]);
  expect(alikeNames(['HL Mountain Tire', 'HL Mountan Tire'])).toEqual([{ names: [0, 1], reason: 'letter' }]);
  expect(alikeNames(['Grand Pro Line', 'Grand Po Line'])).toEqual([{ names: [0, 1], reason: 'letter' }]);
});

import { describe, expect, test } from 'vitest';
import type { Condition, CustomerColumn } from '~/domain/segmentation';
import { conditionTest } from '~/plan/customers/conditionTest';
import { codeOf, sceneOf, smallShop } from '../support/smallShop';

const workspace = smallShop();
const NAMES = ['Acme', 'Birch', 'Cedar'];

const taken = (column: CustomerColumn, is: Condition['is'], value: Condition['value'] = null): string[] => {
  const test = conditionTest(sceneOf(workspace), { column, is, value });
  return NAMES.filter((name) => test(codeOf(workspace, name)));
};

describe('a condition on a customer', () => {
  test('compares figures, and a blank is never at least or below anything', () => {
    const growth: CustomerColumn = { kind: 'figure', figure: 'growth' };
    expect(taken({ kind: 'figure', figure: 'sales12' }, 'atLeast', 80)).toEqual(['Acme', 'Birch']);
    expect(taken({ kind: 'figure', figure: 'sales12' }, 'below', 80)).toEqual(['Cedar']);
    expect(taken(growth, 'atLeast', -9)).toEqual(['Acme', 'Cedar']);
    expect(taken(growth, 'below', 9)).toEqual(['Acme', 'Cedar']);
    expect(taken(growth, 'is', -1)).toEqual(['Cedar']);
    expect(taken(growth, 'isNot', -1)).toEqual(['Acme', 'Birch']);
    expect(taken(growth, 'blank')).toEqual(['Birch']);
    expect(taken(growth, 'notBlank')).toEqual(['Acme', 'Cedar']);
  });

  test('reads texts whatever case and width', () => {
    const industry: CustomerColumn = { kind: 'attribute', attribute: 'industry' };
    expect(taken(industry, 'is', 'ＲＥＴＡＩＬ')).toEqual(['Acme']);
    expect(taken(industry, 'contains', 'tra')).toEqual(['Birch']);
    expect(taken(industry, 'isNot', 'retail')).toEqual(['Birch', 'Cedar']);
    expect(taken(industry, 'blank')).toEqual(['Cedar']);
  });

  test('takes a member with all that lies under it', () => {
    const region: CustomerColumn = { kind: 'member', dimension: 'region' };
    expect(taken(region, 'is', codeOf(workspace, 'Kent', 'region'))).toEqual(['Acme']);
    expect(taken(region, 'is', codeOf(workspace, 'South', 'region'))).toEqual(['Acme', 'Birch']);
    expect(taken(region, 'isNot', codeOf(workspace, 'South', 'region'))).toEqual(['Cedar']);
    expect(taken(region, 'contains', 'ife')).toEqual(['Cedar']);
    expect(taken(region, 'is', 9999)).toEqual([]);
  });

  test('holds for everybody while nothing was typed', () => {
    expect(taken({ kind: 'figure', figure: 'sales12' }, 'atLeast')).toEqual(NAMES);
    expect(taken({ kind: 'attribute', attribute: 'industry' }, 'is', '')).toEqual(NAMES);
  });
});

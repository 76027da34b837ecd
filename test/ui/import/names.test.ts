import { describe, expect, it } from 'vitest';
import { isoDate } from '~/domain/period';
import { dateReadings } from '~/ui/pages/import/dateReadings';
import { byLikeness, likeness, sureMatch } from '~/ui/pages/import/similarNames';
import { workspaceName } from '~/ui/pages/import/workspaceName';

const named = (...names: string[]) => names.map((name) => ({ name }));

describe('likeness of names', () => {
  it('is 1 where only case, width, spaces and marks differ', () => {
    expect(likeness('GTXPro', 'GTX Pro')).toBe(1);
    expect(likeness('ＧＴＸ－Pro', 'gtx pro')).toBe(1);
    expect(likeness('', '')).toBe(0);
  });

  it('is symmetric, within 0 and 1, and counts a repeated pair once per occurrence', () => {
    for (const [a, b] of [
      ['aaaa', 'aa'],
      ['恒泰机械', '恒泰机械厂'],
      ['a', 'b'],
    ]) {
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
      expect(likeness(a, b)).toBeLessThanOrEqual(1);
    }
    expect(likeness('aaaa', 'aa')).toBe(0.5);
  });

  it('names the one member a name surely means, and none where two are as near', () => {
    const products = named('GTX Basic', 'GTX Pro', 'GTX Plus Pro', 'MG Special');
    expect(sureMatch('GTXPro', products)?.name).toBe('GTX Pro');
    expect(sureMatch('Something else', products)).toBeNull();
    expect(sureMatch('GTX Pro', named('GTX-Pro', 'GTX.Pro'))).toBeNull();
    expect(byLikeness('mg', products)[0].member.name).toBe('MG Special');
  });
});

describe('a date with two readings', () => {
  it('is the first that fits both ways', () => {
    const readings = dateReadings(['13/1/2026', '2026-03-04', '5/5/2026', '3/4/2026 08:00', '1/2/2026']);
    expect(readings?.text).toBe('3/4/2026 08:00');
    expect(isoDate(readings?.monthFirst ?? 0)).toBe('2026-03-04');
    expect(isoDate(readings?.dayFirst ?? 0)).toBe('2026-04-03');
  });

  it('may have a year of two digits, and is none where every date is plain', () => {
    expect(isoDate(dateReadings(['3.4.26'])?.dayFirst ?? 0)).toBe('2026-04-03');
    expect(dateReadings(['25/12/2026', '2026/01/02', ''])).toBeNull();
  });
});

describe('the name of a new workspace', () => {
  it('is what the order files have in common, in whole words', () => {
    expect(workspaceName(['AdventureWorks_Sales_2017.csv', 'AdventureWorks_Sales_2018.csv'])).toBe(
      'AdventureWorks Sales',
    );
    expect(workspaceName(['sales_pipeline.csv'])).toBe('sales pipeline');
    expect(workspaceName(['订单2025.csv', '订单2026.csv'])).toBe('订单2025');
    expect(workspaceName([])).toBe('');
  });
});

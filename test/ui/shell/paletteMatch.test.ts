import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { en } from '~/i18n/en/en';
import { zhCN } from '~/i18n/zh-CN/zhCN';
import { bestMatches, matchScore } from '~/ui/shell/paletteMatch';

const entry = (label: string, sound = '') => ({ label, sound });
const labels = (words: string, all: readonly { label: string; sound: string }[]) =>
  bestMatches(words, all).map(({ label }) => label);

describe('the palette finds', () => {
  const chinese = [
    entry('撤销', 'che xiao'),
    entry('到客户', 'dao ke hu'),
    entry('导出 Excel 工作簿', 'dao chu gong zuo bo'),
  ];
  const english = [
    entry('Undo', 'back'),
    entry('Go to Customers', 'clients'),
    entry('Export Excel workbook', 'xlsx save'),
  ];

  test('Chinese by characters, pinyin, first letters and a part of either', () => {
    expect(labels('客户', chinese)).toEqual(['到客户']);
    expect(labels('chexiao', chinese)).toEqual(['撤销']);
    expect(labels('che xiao', chinese)).toEqual(['撤销']);
    expect(labels('cx', chinese)).toEqual(['撤销']);
    expect(labels('kehu', chinese)).toEqual(['到客户']);
    expect(labels('gzb', chinese)).toEqual(['导出 Excel 工作簿']);
    expect(labels('excel', chinese)).toEqual(['导出 Excel 工作簿']);
  });

  test('English by words, beginnings, other words and letters in order', () => {
    expect(labels('cust', english)).toEqual(['Go to Customers']);
    expect(labels('CLIENTS', english)).toEqual(['Go to Customers']);
    expect(labels('book exc', english)).toEqual(['Export Excel workbook']);
    expect(labels('excel work', english)).toEqual(['Export Excel workbook']);
    expect(labels('exprt', english)).toEqual(['Export Excel workbook']);
    expect(labels('ｕｎｄｏ', english)).toEqual(['Undo']);
  });

  test('everything for no words, in the order of the table', () => {
    expect(labels('  ', english)).toEqual(english.map(({ label }) => label));
  });

  test('nothing for what is not there, and no scattered letters', () => {
    expect(matchScore('zz', entry('Undo'))).toBeNull();
    expect(matchScore('gmr', entry('Go to Customers'))).toBeNull();
  });

  test('a label that begins with the words before one that only holds them', () => {
    expect(labels('go', [entry('Category'), entry('Go to Plan')])).toEqual(['Go to Plan', 'Category']);
  });
});

describe('the words of the action table', () => {
  test('are the pinyin of the Chinese labels', () => {
    const heard = Object.fromEntries(
      Object.entries(zhCN.actionWords).map(([id]) => {
        const label = zhCN.action[id as keyof typeof zhCN.actionWords].replace(/[a-zA-Z ]+/g, '');
        return [id, pinyin(label, { toneType: 'none', type: 'array' }).join(' ')];
      }),
    );
    expect(zhCN.actionWords).toEqual(heard);
  });

  test('find every action by the first letters of its pinyin, and by its English label', () => {
    const all = Object.entries(zhCN.actionWords).map(([id, sound]) => ({
      label: zhCN.action[id as keyof typeof zhCN.actionWords],
      sound,
    }));
    for (const one of all) {
      const initials = one.sound
        .split(' ')
        .map(([letter]) => letter)
        .join('');
      expect(labels(initials, all)).toContain(one.label);
    }
    for (const [id, label] of Object.entries(en.action)) expect(matchScore(label, entry(label, id))).toBe(0);
  });
});

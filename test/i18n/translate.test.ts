import { describe, expect, it } from 'vitest';
import { issue } from '~/domain/issue';
import type { Effect } from '~/domain/status';
import { effectText } from '~/i18n/effectText';
import { en } from '~/i18n/en/en';
import { issueText } from '~/i18n/issueText';
import { createTranslate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';

const chinese = createTranslate(zhCN, 'zh-CN');
const english = createTranslate(en, 'en');
const money = (amount: number) => String(amount / 100);
const effect: Effect = { command: 'targets/setCell', leaves: 1214, linesAdded: 1, held: 2, equalSpread: false };

describe('translate', () => {
  it('groups numbers, keeps texts as given and chooses the word that fits the number', () => {
    expect(english('effect.linesAdded', { n: 1 })).toBe('1 line added');
    expect(english('effect.linesAdded', { n: 1214 })).toBe('1,214 lines added');
    expect(chinese('effect.linesAdded', { n: 1214 })).toBe('新增 1,214 行明细');
    expect(english('shell.savedAt', { time: '10:42' })).toBe('Saved 10:42');
  });

  it('finds nothing for a code it does not know', () => {
    expect(english.find('kpi.reason.unheardOf')).toBeNull();
  });

  it('says what a command did', () => {
    expect(effectText(effect, english)).toBe('Target changed: 1,214 leaf values moved, 1 line added, 2 locked');
    expect(effectText({ ...effect, undone: 'holds/add', leaves: 0, linesAdded: 0, held: 0 }, english)).toBe(
      'Undone: lock',
    );
    expect(effectText(effect, chinese)).toBe('已修改目标：1,214 个明细值变动，新增 1 行明细，2 个锁定未动');
  });
});

describe('issueText', () => {
  it('adds a detail only when every number and name of it is known', () => {
    const t = english;
    const bare = issueText(issue('target/heldShortfall'), { t, money });
    const named = issueText(issue('target/heldShortfall', { holds: 'East · Q2' }), { t, money });
    const full = issueText(issue('target/heldShortfall', { holds: 'East · Q2', amount: 12_300 }), { t, money });
    expect(bare).not.toContain('Locked:');
    expect(named).toBe(`${bare} Locked: East · Q2.`);
    expect(full).toBe(`${bare} Short by 123. Locked: East · Q2.`);
  });

  it('says where in the file it happened', () => {
    const at = issue('import/badNumber', { value: 'abc' }, { file: 'orders.csv', row: 12, column: '金额' });
    expect(issueText(at, { t: chinese, money })).toBe(
      'orders.csv · 第 12 行 · “金额”列：这里应该是数，但看不懂。内容：“abc”。',
    );
  });

  it('names fields of an import in words', () => {
    const missing = issue('import/missingColumn', { field: 'amount' });
    expect(issueText(missing, { t: english, money })).toContain('Missing: amount.');
    expect(issueText(missing, { t: chinese, money })).toContain('缺少：金额。');
  });
});

import type { IssueCode } from '~/domain/issue';

/** Said after the sentence of the same code, once the issue carries every name and number in it. */
export const issueDetail = {
  'number/notUnderstood': '输入的是“{text}”。',
  'number/tooManyDecimals': '最多 {decimals} 位小数。',
  'target/heldShortfall': '差 {amount}。\n锁定：{holds}。\n其中 {cells} 个明细值单独锁定。',
  'target/nothingFree': '锁定：{holds}。\n其中 {cells} 个明细值单独锁定。',
  'target/totalHeld': '锁定：{holds}。',
  'target/outsideLimits': '界限 {bound}。',
  'hold/heldFromAbove': '锁定：{hold}。',
  'plan/tooManyLines': '共 {lines} 行，上限 {most} 行。',
  'member/duplicateKey': '已有“{name}”。',
  'import/tooLarge': '上限 {rows} 行。\n对照表最大 {megabytes} MB。',
  'import/missingColumn': '缺少：{field}。',
  'import/duplicateHeader': '列名：{column}。',
  'import/badDate': '内容：“{value}”。',
  'import/ambiguousDate': '例如：“{value}”。',
  'import/badNumber': '内容：“{value}”。',
  'import/unmatchedKey': '名称：“{value}”。',
  'import/raggedRow': '应有 {expected} 格，实有 {found} 格。',
  'storage/corrupt': '位置：{what}。',
  'storage/unknown': '浏览器提示：{message}。',
  'worker/unknown': '技术信息：{message}。',
} as const satisfies Partial<Record<IssueCode, string>>;

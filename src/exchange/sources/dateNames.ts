import { wordList } from './wordList';

const MONTH = wordList(
  '月份|月|年月|统计月份|所属月份|会计期间|期间|归属月|month|period|year month|fiscal period|accounting period|posting period',
);
const DAY = wordList('日期|时间|date|day|time');
const UNTIL = wordList(
  '结束日期|截止日期|到期日期|终止日期|结束时间|结束|至|到期日|end date|until|end|to|valid to|expiry date|expires|due date|finish date|last day',
);
const FROM = wordList(
  '开始日期|起始日期|生效日期|开始时间|起始|开始|起|start date|from|start|valid from|effective date|begin date|first day',
);

/** What columns with days and months are called, whatever the kind of table. */
export const DATE_NAMES = { day: DAY, month: MONTH, from: FROM, until: UNTIL } as const;

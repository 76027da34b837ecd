import { foldKey } from '~/domain/dimension';

const words = (text: string): ReadonlySet<string> => new Set(text.split('|').map(foldKey));

const WON = words(
  'won|win|closed won|closed-won|deal won|success|signed|赢单|已赢单|赢|成交|已成交|中标|已中标|签约|已签约|签单|已签单|签订合同|成功|关闭-赢单|赢单关闭',
);

const LOST = words(
  'lost|loss|closed lost|closed-lost|deal lost|cancelled|canceled|abandoned|no decision|disqualified|丢单|已丢单|输单|输|失败|未中标|流失|放弃|战败|无效|搁置|取消|已取消|已关闭未成交|关闭-丢单|输单关闭|丢单关闭',
);

/** What a stage is by its name alone; null where the name does not tell. */
export function kindByWord(name: string): 'won' | 'lost' | null {
  // '5-赢单', 'Won (100%)': the number is not the name.
  const key = foldKey(name)
    .replace(/^[\d.、\-_:)]+\s*/, '')
    .replace(/\s*[([]?\d{1,3}\s*%[)\]]?$/, '');
  return WON.has(key) ? 'won' : LOST.has(key) ? 'lost' : null;
}

/**
 * Names of stages in the order deals usually take them, found by a part of the name; later patterns are later stages.
 */
const USUAL: readonly RegExp[] = [
  /线索|lead|潜在|prospect|目标客户/,
  /初步|初次|接触|联系|contact|拜访|发现|discover|意向|interest|engag|mql|新建|new\b/,
  /验证|确认|资格|qualif|立项|sql|跟进|follow/,
  /需求|需要|need|analysis|分析|调研|demo|演示|试用|trial|poc|样品|sample/,
  /方案|solution|proposal|提案|建议书|报价|quot|价格|price/,
  /投标|招标|bid|tender|评估|evaluat|评审|review/,
  /谈判|商务|negoti|议价|决策|decision/,
  /合同|contract|签约中|审批|approval|待签|commit|口头|verbal|下单|order/,
];

/** How late a stage usually comes, from its name; null where the name does not tell. */
export function usualPlace(name: string): number | null {
  const key = foldKey(name);
  const place = USUAL.findIndex((pattern) => pattern.test(key));
  return place < 0 ? null : place;
}

/** The number a name begins with: '2-方案', 'S3 报价', '阶段 4', '60%'; null without one. */
export function leadingNumber(name: string): number | null {
  const found = /^(?:阶段|stage|step|s|p|第)?\s*(\d{1,3})/.exec(foldKey(name));
  if (found) return Number(found[1]);
  const percent = /(\d{1,3})\s*%/.exec(foldKey(name));
  return percent ? Number(percent[1]) : null;
}

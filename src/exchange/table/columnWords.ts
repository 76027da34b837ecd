import { simplified } from './simplified';

const CODE =
  /编号|编码|代码|工号|单号|订单号|合同号|票号|账号|帐号|号码|电话|手机|邮编|身份证|税号|编號|編號|編碼|代碼|單號|電話|(?:^|[^a-z])(?:id|ids|code|codes|no|nr|number|key|sku|ean|barcode|phone|tel|mobile|zip|postcode|postal|fax)(?:$|[^a-z])|(?:id|key|code|nr)$|_id$|号$/i;
const DATE =
  /日期|时间|時間|年月日|日$|(?:^|[^a-z])(?:date|day|time|datum|fecha|data|dt)(?:$|[^a-z])|date$|^date|到期|交期|生日/i;
const MONTH = /月份|年月|期间|期間|账期|month|period|mois|monat|^月$/i;
const YEAR = /^(?:年|年份|年度|财年|year|fy|fiscal year|jahr|année|año)$/i;
const COUNT =
  /数量|數量|件数|台数|箱数|个数|次数|人数|户数|天数|笔数|家数|销量|库存|排名|序号|行号|权重|评分|得分|系数|(?:^|[^a-z])(?:qty|quantity|quantities|units|count|pieces|pcs|days|times|visits|rank|score|rating|age|menge|quantité|cantidad|ilość|employees|headcount|hours)(?:$|[^a-z])|quantity$|qty$/i;
const SHARE =
  /占比|比例|比率|率$|率[(（]|百分比|同比|环比|增长|增幅|%|share|ratio|percent|(?:^|[^a-z])(?:rate|pct|margin %)(?:$|[^a-z])/i;
const MONEY =
  /金额|金額|额|額|单价|单价|價|价|收入|成本|利润|毛利|费用|费|货款|回款|应收|税|销售|目标|预算|计划|实际|余额|款|元|业绩|合计|总计|合計|總計|amount|sales|revenue|price|cost|value|turnover|profit|margin|budget|target|actual|balance|betrag|umsatz|montant|importe|total|sum|kwota|wartość|částka|összeg|fee|spend|paid|payment|gross|net|tax/i;

/** What a column name leads one to expect. Expectation only: cells decide. */
export interface ColumnExpectation {
  code: boolean;
  date: boolean;
  month: boolean;
  year: boolean;
  count: boolean;
  share: boolean;
  money: boolean;
}

/** What the name of a column lets expect of its cells, in Chinese (both scripts) and English; nothing where the name says nothing. */
export function columnExpectation(header: string): ColumnExpectation {
  const name = simplified(
    header
      .normalize('NFKC')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .trim(),
  );
  const count = COUNT.test(name) && !/金额|金額|amount/i.test(name);
  const share = !count && SHARE.test(name);
  return {
    code: CODE.test(name) && !MONEY.test(name.replace(/number|no\b/gi, '')),
    date: DATE.test(name) && !/天数|数量/.test(name),
    month: MONTH.test(name),
    year: YEAR.test(name),
    count,
    share,
    money: !count && !share && MONEY.test(name),
  };
}

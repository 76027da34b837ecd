import type { SourceKind } from '~/domain/source';
import { wordList } from './wordList';

/** Words in the name of a file or sheet, or in its title, that say what is in it; a longer word says more. */
export const KIND_WORDS: Readonly<Record<SourceKind, readonly string[]>> = {
  orders: wordList('订单|销售明细|销售流水|出库|销售台账|开票明细|orders|order|sales|invoices|transactions'),
  customers: wordList(
    '客户档案|客户资料|客户名单|客户列表|客户信息|客户主数据|customers|accounts|customer list|customer master|clients',
  ),
  products: wordList(
    '产品目录|产品清单|产品资料|商品档案|物料清单|产品主数据|产品档案|products|product list|items|catalogue|catalog',
  ),
  sellers: wordList(
    '业务员名单|人员名单|销售人员|团队名单|花名册|业务员档案|sales teams|sellers|sales team|salespeople|reps|territories|sales reps',
  ),
  opportunities: wordList('商机|机会|项目储备|线索|销售漏斗|opportunities|pipeline|deals|leads|funnel'),
  stageHistory: wordList(
    '阶段历史|阶段变更|商机变更|阶段记录|推进记录|stage history|stage changes|stages|pipeline history',
  ),
  targets: wordList('目标|指标|任务分解|任务额|预算|targets|quota|quotas|budget|goals'),
  collections: wordList(
    '回款|收款|到账|资金回笼|收款明细|collections|payments|receipts|cash received|payments received',
  ),
  receivables: wordList('应收|欠款|账龄|未收款|应收账款|receivables|aging|ageing|open items|outstanding|overdue'),
  costs: wordList('成本|标准成本|产品成本|成本表|成本价|costs|cost|standard cost|unit costs'),
  listPrices: wordList('价目|价格表|价格体系|报价单|目录价|price list|list prices|prices|pricing'),
  channelSpend: wordList(
    '渠道费用|费用|渠道投入|市场费用|销售费用|投放|channel spend|spend|expenses|marketing spend|advertising',
  ),
  promotions: wordList('促销|活动|推广|营销活动|联合推广|promotions|promotion|campaigns|promo'),
  rebates: wordList('返利|返点|折让|返利台账|年终返利|rebates|rebate|bonuses|discount settlement'),
  contracts: wordList('合同|协议|合同台账|续约|年度协议|contracts|contract|agreements|renewals'),
  marketSize: wordList('市场规模|市场容量|行业规模|市场份额|市场数据|market size|market|market volume|market data'),
  channelStock: wordList('渠道库存|库存|经销商库存|盘点|进销存|channel stock|stock|inventory|dealer stock'),
  sellThrough: wordList('动销|实销|终端销售|销出|门店销售|sell-through|sell through|sellthrough|sell-out|sellout'),
  visits: wordList('拜访|走访|跟进记录|巡店|拜访记录|visits|visit|calls|call reports|check-ins'),
  complaints: wordList('投诉|客诉|售后|工单|质量反馈|complaints|complaint|tickets|cases|claims'),
  surveys: wordList('满意度|调查|调研|问卷|净推荐|surveys|survey|nps|csat|satisfaction|feedback'),
  competitorPrices: wordList(
    '竞品|竞争对手|竞价|竞品价格|市场价格|competitor prices|competitors|competitor|competition',
  ),
  leave: wordList('请假|休假|考勤|假期申请|缺勤|leave|absence|absences|vacation|time off'),
  holidays: wordList('节假日|放假安排|调休|日历|法定假日|holidays|holiday|public holidays|days off'),
  forecasts: wordList(
    '自报预测|业务员预测|销售预测|滚动预测|预测提报|预测|sales forecasts|seller forecasts|forecast|forecasts|commit',
  ),
  training: wordList('培训|课程|考核成绩|学习记录|培训记录|training|courses|trainings|learning'),
};

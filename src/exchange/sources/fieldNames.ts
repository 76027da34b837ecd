import type { SourceKind } from '~/domain/source';
import { DATE_NAMES } from './dateNames';
import { MEMBER_FIELD_NAMES } from './memberFieldNames';
import { MEMBER_NAMES } from './memberNames';
import { wordList } from './wordList';

type Names = Readonly<Record<string, readonly string[]>>;

/**
 * What the columns of each kind are called in files, in Chinese and English; the most telling names first. Members (customer,
 * product …) have the same names in every kind that does not say others. Orders have their own table with their mapping.
 */
export const FIELD_NAMES: Readonly<Record<Exclude<SourceKind, 'orders'>, Names>> = {
  ...MEMBER_FIELD_NAMES,
  opportunities: {
    ...MEMBER_NAMES,
    key: wordList(
      '商机编号|商机号|机会编号|项目编号|线索编号|编号|opportunity id|opportunity number|opportunity key|deal id|deal number|lead id|opportunity',
    ),
    title: wordList(
      '商机名称|机会名称|项目名称|商机|主题|项目|opportunity name|deal name|title|project|subject|opportunity title|deal',
    ),
    stage: wordList(
      '商机阶段|销售阶段|阶段|当前阶段|项目阶段|跟进阶段|deal stage|stage|sales stage|opportunity stage|pipeline stage|stage name|status',
    ),
    result: wordList(
      '赢单状态|商机状态|结果|输赢|成交状态|是否赢单|result|outcome|won lost|deal status|win loss|is won|deal stage|status',
    ),
    created: wordList(
      '创建日期|创建时间|发现日期|立项日期|录入日期|建立日期|created|created date|create date|engage date|open date|creation date|created on|date created',
    ),
    expected: wordList(
      '预计成交日期|预计签约日期|预计成交时间|预计关闭日期|预计结单日期|expected close date|expected close|expected date|estimated close date|target close date|forecast date',
    ),
    closed: wordList(
      '成交日期|关闭日期|结单日期|签约日期|赢单日期|实际成交日期|close date|closed date|closed|actual close date|won date|date closed|closed on',
    ),
    amount: wordList(
      '商机金额|预计金额|预计成交金额|项目金额|预算金额|金额|deal value|opportunity amount|close value|amount|expected revenue|deal size|estimated value|value',
    ),
    reason: wordList(
      '丢单原因|输单原因|失败原因|赢单原因|原因|loss reason|lost reason|reason|win reason|close reason|reason lost',
    ),
  },
  stageHistory: {
    key: wordList(
      '商机编号|商机号|机会编号|项目编号|编号|商机|opportunity id|deal id|opportunity number|deal number|opportunity|deal',
    ),
    stage: wordList(
      '进入阶段|变更后阶段|阶段|新阶段|商机阶段|变更阶段|to stage|new stage|stage|stage entered|deal stage|stage name',
    ),
    day: [
      ...wordList('变更日期|进入日期|变更时间|进入时间|阶段日期'),
      ...DATE_NAMES.day,
      ...wordList('changed on|stage date|entered|change date|changed at|entry date'),
    ],
  },
  targets: {
    ...MEMBER_NAMES,
    month: DATE_NAMES.month,
    amount: wordList(
      '目标|销售目标|任务额|指标|目标金额|任务|预算|计划金额|target|sales target|quota|plan|budget|goal|target amount|planned sales|任务金额|金额|amount',
    ),
  },
  collections: {
    ...MEMBER_NAMES,
    day: [
      ...wordList('回款日期|收款日期|到账日期|入账日期|收款时间|回款时间'),
      ...DATE_NAMES.day,
      ...wordList('payment date|received date|collection date|receipt date|paid on|date received'),
    ],
    amount: wordList(
      '回款金额|收款金额|到账金额|实收金额|回款|收款|金额|amount received|payment amount|collected amount|collected|receipt amount|paid amount|amount|payment',
    ),
    invoice: wordList(
      '发票号|发票号码|核销发票|对应发票|单据号|应收单号|invoice|invoice number|invoice no|invoice id|document number|reference',
    ),
  },
  receivables: {
    ...MEMBER_NAMES,
    invoice: wordList(
      '发票号|发票号码|应收单号|单据号|单据编号|单号|订单号|invoice|invoice number|invoice no|invoice id|document number|bill number|reference',
    ),
    day: [
      ...wordList('开票日期|发票日期|立账日期|单据日期|应收日期'),
      ...DATE_NAMES.day,
      ...wordList('invoice date|billing date|document date|issue date|posting date'),
    ],
    due: wordList(
      '到期日|到期日期|应收到期日|应付日期|付款到期日|约定付款日|due date|due|payment due|due on|maturity date|net due date',
    ),
    amount: wordList(
      '应收余额|未收金额|应收金额|欠款金额|未回款金额|余额|欠款|应收|应收账款|金额|open amount|balance|outstanding|outstanding amount|amount due|receivable|open balance|amount',
    ),
    disputed: wordList('是否争议|争议|有争议|争议款|异议|disputed|dispute|in dispute|is disputed|contested'),
  },
  costs: {
    product: MEMBER_NAMES.product,
    day: [...DATE_NAMES.from, ...DATE_NAMES.day, ...wordList('执行日期|成本日期|cost date')],
    amount: wordList(
      '单位成本|成本|标准成本|成本价|产品成本|采购成本|unit cost|cost|standard cost|cost price|product cost|purchase cost|amount',
    ),
  },
  listPrices: {
    product: MEMBER_NAMES.product,
    tier: wordList(
      '价格级别|客户等级|等级|价格等级|客户级别|级别|tier|price tier|price level|customer tier|customer class|level|class',
    ),
    day: [...DATE_NAMES.from, ...DATE_NAMES.day, ...wordList('执行日期|价格日期|price date')],
    amount: wordList(
      '目录价|标准价|单价|执行价|报价|含税价|价格|牌价|list price|standard price|unit price|price|catalogue price|catalog price|amount',
    ),
    lowest: wordList(
      '最低价|底价|限价下限|最低限价|价格下限|最低售价|lowest|minimum price|floor price|min price|lowest price|price floor',
    ),
    highest: wordList(
      '最高价|限价上限|最高限价|价格上限|最高售价|highest|maximum price|ceiling price|max price|highest price|price ceiling',
    ),
  },
  channelSpend: {
    ...MEMBER_NAMES,
    month: [...DATE_NAMES.month, ...DATE_NAMES.day, ...wordList('发生日期|费用月份|expense date|spend date')],
    purpose: wordList(
      '费用类型|费用科目|科目|用途|费用项目|活动类型|费用类别|purpose|expense type|category|spend type|cost type|account|activity',
    ),
    amount: wordList(
      '费用金额|投入金额|渠道费用|费用|投入|实际费用|花费|金额|spend|expense|expense amount|spend amount|cost|channel spend|marketing spend|amount',
    ),
  },
  promotions: {
    ...MEMBER_NAMES,
    title: wordList(
      '活动名称|促销名称|促销活动|促销主题|活动|方案名称|活动主题|promotion|promotion name|campaign|campaign name|title|activity|name',
    ),
    day: [...DATE_NAMES.from, ...DATE_NAMES.day],
    until: DATE_NAMES.until,
    mechanism: wordList(
      '促销方式|促销形式|活动形式|机制|促销机制|促销政策|mechanism|mechanic|promotion type|offer|type|deal type',
    ),
    cost: wordList('活动费用|促销费用|费用|投入|我方费用|预算|cost|promotion cost|budget|our cost|spend|expense'),
    partnerCost: wordList(
      '客户费用|对方费用|经销商费用|客户承担|经销商承担|partner cost|dealer cost|their share|customer share|partner share|co-op share',
    ),
    lift: wordList(
      '预计提升|提升率|增量比例|预期增长|预计增幅|拉动率|lift|expected lift|uplift|expected uplift|increase|sales lift',
    ),
    proof: wordList('核销凭证|凭证|证明材料|核销材料|照片|proof|evidence|proof of performance|document|receipt|photo'),
  },
  rebates: {
    ...MEMBER_NAMES,
    day: [
      ...wordList('返利日期|兑付日期|计提日期|返利时间|结算日期'),
      ...DATE_NAMES.day,
      ...wordList('rebate date|paid on|accrual date|settlement date'),
    ],
    title: wordList(
      '返利项目|返利名称|返利类型|政策名称|返利政策|项目|rebate|rebate name|programme|program|rebate type|title',
    ),
    amount: wordList(
      '返利金额|返利|兑付金额|返利额|计提金额|金额|rebate amount|amount|rebate value|accrued|paid amount',
    ),
    paid: wordList('是否兑付|已兑付|兑付状态|是否已付|是否支付|支付状态|paid|is paid|settled|paid out|payment status'),
  },
  contracts: {
    ...MEMBER_NAMES,
    key: wordList(
      '合同编号|合同号|协议编号|合同编码|协议号|编号|contract number|contract no|contract id|contract|agreement number|agreement id|id',
    ),
    day: [
      ...wordList('签订日期|合同开始日期|合同生效日|起始日'),
      ...DATE_NAMES.from,
      ...DATE_NAMES.day,
      ...wordList('contract start|signed on|signing date|contract date'),
    ],
    until: [
      ...wordList('合同到期日|合同结束日期|合同截止日|截止日'),
      ...DATE_NAMES.until,
      ...wordList('contract end|contract expiry'),
    ],
    amount: wordList(
      '合同金额|合同额|合同总额|签约金额|协议金额|金额|contract value|contract amount|value|amount|total value',
    ),
    renewed: wordList('是否续签|续签|已续约|是否续约|续约状态|renewed|is renewed|renewal|renewal status|extended'),
  },
  marketSize: {
    region: MEMBER_NAMES.region,
    product: MEMBER_NAMES.product,
    year: wordList('年份|年度|年|统计年度|所属年度|year|calendar year|fiscal year|reference year'),
    segment: wordList('细分市场|细分|市场细分|行业|应用领域|segment|market segment|sector|application|industry'),
    amount: wordList(
      '市场规模|市场容量|行业规模|市场总额|规模|容量|market size|market volume|market value|total market|size|tam',
    ),
    source: wordList('来源|数据来源|资料来源|出处|信息来源|source|data source|origin|publisher|reference'),
  },
  channelStock: {
    customer: MEMBER_NAMES.customer,
    product: MEMBER_NAMES.product,
    month: [...DATE_NAMES.month, ...DATE_NAMES.day, ...wordList('盘点日期|库存日期|stock date|count date')],
    quantity: wordList(
      '库存数量|期末库存|渠道库存|库存|库存量|结存数量|stock|stock quantity|closing stock|inventory|on hand|channel stock|inventory quantity',
    ),
    amount: wordList(
      '库存金额|期末库存金额|结存金额|库存价值|库存货值|stock value|inventory value|stock amount|closing stock value|inventory amount',
    ),
  },
  sellThrough: {
    customer: MEMBER_NAMES.customer,
    product: MEMBER_NAMES.product,
    month: [...DATE_NAMES.month, ...DATE_NAMES.day, ...wordList('动销月份|销出日期|sale date')],
    quantity: wordList(
      '动销数量|销出数量|实销数量|动销量|终端销量|出货数量|sell-through quantity|sell through|sold quantity|units sold|sell-out|sell out quantity|pos units',
    ),
    amount: wordList(
      '动销金额|销出金额|实销金额|动销额|终端销售额|sell-through amount|sell-through value|sell-out value|sold amount|pos sales',
    ),
  },
  visits: {
    customer: MEMBER_NAMES.customer,
    seller: MEMBER_NAMES.seller,
    day: [
      ...wordList('拜访日期|拜访时间|走访日期|跟进日期|签到时间'),
      ...DATE_NAMES.day,
      ...wordList('visit date|visited on|call date|check-in|meeting date'),
    ],
    purpose: wordList(
      '拜访目的|目的|拜访类型|拜访方式|跟进方式|事由|purpose|visit type|visit purpose|call type|objective|activity type',
    ),
    result: wordList(
      '拜访结果|结果|拜访小结|跟进内容|拜访内容|沟通内容|备注|result|outcome|notes|summary|visit notes|remarks',
    ),
    hours: wordList('时长|拜访时长|小时数|用时|耗时|hours|duration|visit hours|time spent|length'),
    next: wordList(
      '下次拜访日期|下次拜访|下次跟进|下次跟进时间|计划下次拜访|next visit|next visit date|follow-up date|next call|next contact',
    ),
  },
  complaints: {
    customer: MEMBER_NAMES.customer,
    product: MEMBER_NAMES.product,
    key: wordList(
      '投诉编号|投诉单号|工单号|客诉编号|受理编号|单号|编号|complaint id|complaint number|ticket|ticket id|case number|case id|complaint no',
    ),
    day: [
      ...wordList('投诉日期|投诉时间|受理日期|反馈日期|受理时间|登记日期'),
      ...DATE_NAMES.day,
      ...wordList('complaint date|opened|opened on|received|created|open date|reported on'),
    ],
    subject: wordList(
      '投诉内容|投诉主题|问题描述|投诉类型|投诉原因|内容|问题|subject|complaint|description|issue|problem|complaint type|reason',
    ),
    deadline: wordList(
      '要求完成日期|处理期限|截止日期|时限|承诺日期|应完成日期|deadline|due date|due|target date|promised by|respond by',
    ),
    closed: wordList(
      '关闭日期|办结日期|完成日期|解决日期|结案日期|处理完成时间|closed|closed on|close date|resolved|resolved on|resolution date|completed on',
    ),
    state: wordList(
      '处理状态|状态|投诉状态|进度|处理进度|办理状态|state|status|complaint status|case status|progress|ticket status',
    ),
    owner: wordList('处理人|负责人|责任人|受理人|经办人|owner|handled by|assigned to|responsible|assignee|agent'),
  },
  surveys: {
    customer: MEMBER_NAMES.customer,
    product: MEMBER_NAMES.product,
    seller: MEMBER_NAMES.seller,
    day: [
      ...wordList('调查日期|调研日期|评价日期|填写日期|提交时间|反馈日期'),
      ...DATE_NAMES.day,
      ...wordList('survey date|response date|answered|submitted|submitted on|completed'),
    ],
    person: wordList('受访人|填写人|评价人|联系人|被访者|person|respondent|contact|name|answered by|participant'),
    kind: wordList('调查类型|问卷类型|指标类型|调研类型|类型|kind|survey|survey type|metric|type|questionnaire'),
    score: wordList(
      '评分|得分|满意度|满意度评分|推荐意愿|分数|打分|score|rating|csat|nps|satisfaction|nps score|csat score|points|likelihood to recommend',
    ),
    scale: wordList('满分|分制|量表|最高分|评分制|scale|max score|out of|scale maximum|points possible'),
    comment: wordList('意见|评价内容|建议|反馈意见|备注|评论|comment|comments|feedback|remarks|verbatim|suggestion'),
  },
  competitorPrices: {
    product: MEMBER_NAMES.product,
    region: MEMBER_NAMES.region,
    day: [
      ...wordList('采集日期|调查日期|采价日期|价格日期|记录日期'),
      ...DATE_NAMES.day,
      ...wordList('price date|observed|observed on|survey date|collected on'),
    ],
    competitor: wordList(
      '竞品|竞争对手|竞品品牌|竞品名称|对手|竞争品牌|友商|competitor|competitor name|rival|brand|competing brand|competitor brand',
    ),
    level: wordList('价格环节|价格层级|渠道层级|价格类型|环节|level|price level|trade level|price type|channel level'),
    amount: wordList(
      '竞品价格|竞品售价|价格|售价|市场价|零售价|报价|competitor price|price|observed price|retail price|shelf price|amount',
    ),
  },
  leave: {
    seller: MEMBER_NAMES.seller,
    day: [
      ...wordList('请假开始日期|休假开始日期|请假开始|休假开始|开始日期|请假日期'),
      ...DATE_NAMES.from,
      ...DATE_NAMES.day,
      ...wordList('leave start date|leave from|absent from|first day off'),
    ],
    until: [
      ...wordList('请假结束日期|休假结束日期|请假结束|休假结束|结束日期'),
      ...DATE_NAMES.until,
      ...wordList('leave end date|leave to|absent until|last day off'),
    ],
    reason: wordList(
      '请假类型|请假原因|假别|休假类型|事由|原因|leave reason|reason|leave type|absence type|type|absence reason',
    ),
  },
  holidays: {
    day: [...wordList('放假日期|节假日日期|调休日期'), ...DATE_NAMES.day, ...wordList('holiday date|day off')],
    holiday: wordList('类型|是否放假|放假类型|班休|休班|是否上班|holiday|type|kind|day type|off or work|workday'),
    name: wordList('节日|节日名称|名称|节假日|假日名称|name|holiday name|occasion|description|festival'),
  },
  forecasts: {
    ...MEMBER_NAMES,
    month: [...wordList('预测月份|预测期间|预测月|forecast month|month forecast'), ...DATE_NAMES.month],
    amount: wordList(
      '预测金额|自报金额|预测销售额|预计销售额|预测额|自报预测|销售预测|预测|金额|forecast amount|forecast|forecast value|expected sales|commit|amount',
    ),
    day: [
      ...wordList('提报日期|填报日期|上报日期|提交日期|预测日期'),
      ...DATE_NAMES.day,
      ...wordList('said on|submitted on|forecast date|submission date|forecasted on'),
    ],
  },
  training: {
    seller: MEMBER_NAMES.seller,
    day: [
      ...wordList('培训日期|培训时间|上课日期|完成日期|考试日期'),
      ...DATE_NAMES.day,
      ...wordList('training date|course date|completed on|attended on'),
    ],
    course: wordList(
      '课程|课程名称|培训课程|培训名称|培训项目|培训主题|course|course name|training|training name|module|topic',
    ),
    passed: wordList('是否通过|是否合格|通过|合格|考核结果|passed|pass|passed exam|is passed|result'),
    score: wordList('成绩|考试成绩|得分|分数|考核成绩|score|grade|mark|exam score|points'),
  },
};

import { MEMBER_NAMES } from './memberNames';
import { wordList } from './wordList';

/** What the columns of lists of customers, products and sellers are called. */
export const MEMBER_FIELD_NAMES = {
  customers: {
    ...MEMBER_NAMES,
    key: wordList(
      '客户编号|客户编码|客户代码|客户号|编号|编码|代码|customer key|customer id|customer code|customer no|customer number|account id|account code|account|account name|id|code',
    ),
    name: wordList(
      '客户名称|客户|客户全称|客户名|单位名称|公司名称|名称|customer name|customer|account|account name|company name|company|client name|client|name',
    ),
    group: wordList('集团|所属集团|母公司|上级客户|总公司|group|parent company|subsidiary of|parent|parent account'),
    industry: wordList(
      '行业|所属行业|客户行业|行业类别|客户类型|客户分类|industry|sector|customer type|business type|vertical',
    ),
    size: wordList('规模|客户规模|企业规模|公司规模|规模等级|size|company size|size class|scale|segment'),
    need: wordList('需求|客户需求|主要需求|需求类型|关注点|购买动机|need|needs|requirement|demand|main need'),
    influence: wordList(
      '影响力|行业影响力|影响力评分|影响力得分|标杆程度|示范价值|influence|influence score|reputation|reference value|prestige',
    ),
    potential: wordList(
      '潜力|采购潜力|年采购额|年需求额|市场潜力|预计年采购|potential|annual potential|sales potential|annual demand|wallet|purchase potential',
    ),
    employees: wordList(
      '员工人数|员工数|人数|职工人数|从业人数|employees|employee count|headcount|number of employees|staff',
    ),
    creditLimit: wordList(
      '信用额度|授信额度|信用限额|额度|赊销额度|credit limit|credit line|credit|credit amount|limit',
    ),
    termsDays: wordList(
      '账期|账期天数|信用天数|信用期|付款天数|信用账期|terms days|payment terms|credit days|terms|days|net days',
    ),
    rating: wordList(
      '信用等级|信用评级|资信等级|评级|信用级别|rating|credit rating|credit grade|risk grade|credit class',
    ),
    contact: wordList(
      '联系人|对接人|客户联系人|采购负责人|主要联系人|contact|contact person|contact name|buyer name|primary contact',
    ),
    seller: wordList(
      '业务员|负责业务员|客户经理|销售负责人|负责人|跟进人|seller|sales rep|sales agent|owner|account manager|account owner|salesperson',
    ),
  },
  products: {
    key: wordList(
      '产品编号|产品编码|物料编码|商品编码|产品代码|货号|编号|编码|料号|product key|product id|product code|item code|item number|product sku|sku|article number|material|product|id|code',
    ),
    name: wordList(
      '产品名称|品名|商品名称|物料名称|产品|商品|名称|product name|product|item name|item|description|name',
    ),
    category: wordList(
      '品类|产品类别|产品大类|类别|大类|分类|产品分类|category|product category|product group|product type|category name|product category key',
    ),
    series: wordList(
      '系列|产品系列|小类|子类|产品子类|series|product series|subcategory|product subcategory|product subcategory key|product line|product family',
    ),
    core: wordList(
      '核心产品|是否核心|核心|重点产品|主推|是否主推|战略产品|core|is core|core product|key product|focus|strategic',
    ),
    price: wordList(
      '单价|标准价|价格|售价|建议零售价|目录价|出厂价|price|list price|sales price|product price|unit price|retail price|standard price',
    ),
    cost: wordList(
      '成本|单位成本|标准成本|成本价|进价|采购价|cost|unit cost|standard cost|product cost|cost price|purchase price',
    ),
    unit: wordList('单位|计量单位|销售单位|规格单位|包装单位|unit|unit of measure|uom|measure|pack|sales unit'),
  },
  sellers: {
    region: MEMBER_NAMES.region,
    key: wordList(
      '工号|员工编号|业务员编号|人员编号|业务员|销售员|销售代表|姓名|seller id|employee id|employee number|sales agent|salesperson|sales rep|seller|rep id|staff id|code|id',
    ),
    name: wordList(
      '姓名|业务员姓名|员工姓名|业务员|销售员|名称|name|full name|employee name|seller name|sales agent|sales rep|salesperson|seller',
    ),
    manager: wordList(
      '上级|直属上级|主管|销售经理|经理|团队|小组|汇报对象|manager|sales manager|supervisor|team|sales team|reports to|team leader',
    ),
    office: wordList(
      '办事处|分公司|部门|销售部门|事业部|营业部|office|regional office|branch|department|division|business unit',
    ),
    hoursPerMonth: wordList(
      '月工时|每月工时|可用工时|工时|月可用小时|hours per month|monthly hours|hours|capacity hours|working hours',
    ),
    joined: wordList(
      '入职日期|入职时间|到岗日期|参加工作日期|入职|joined|hire date|start date|date of joining|employment date|joining date',
    ),
    left: wordList(
      '离职日期|离职时间|离岗日期|退出日期|离职|left|leave date|termination date|exit date|end date|last working day',
    ),
  },
} as const;

import type { DimensionId } from '~/domain/dimension';

/** What a column of an order file can be. Parents (category, manager …) become levels above their dimension's leaves. */
export interface Field {
  id: FieldId;
  /** What the values are read as. */
  kind: 'date' | 'amount' | 'quantity' | 'price' | 'identity' | 'member' | 'parent' | 'other';
  /** For members and parents: the dimension they belong to. */
  dimension?: DimensionId;
  /** For parents: steps above the leaf, 1 = directly above. */
  rank?: number;
  /** Names in Chinese and English, words in lower case; the first ones are the most telling. */
  names: readonly string[];
}

export const FIELD_IDS = [
  'date',
  'amount',
  'quantity',
  'unitPrice',
  'orderNumber',
  'orderLine',
  'customer',
  'sector',
  'product',
  'series',
  'category',
  'seller',
  'manager',
  'office',
  'region',
  'settlementMethod',
  'salesMode',
  'own',
  'ignore',
] as const;

export type FieldId = (typeof FIELD_IDS)[number];

export const FIELDS: readonly Field[] = [
  {
    id: 'date',
    kind: 'date',
    names: [
      ...[
        '订单日期',
        '下单日期',
        '成交日期',
        '销售日期',
        '签约日期',
        '单据日期',
        '开票日期',
        '日期',
        '下单时间',
        '成交时间',
      ],
      ...['时间', '發貨日期', '发货日期', 'order date', 'close date', 'closed date', 'sales date', 'sale date'],
      ...['invoice date', 'transaction date', 'booking date', 'date', 'day', 'order time'],
    ],
  },
  {
    id: 'amount',
    kind: 'amount',
    names: [
      ...[
        '销售金额',
        '订单金额',
        '成交金额',
        '合同金额',
        '含税金额',
        '实付金额',
        '金额',
        '销售额',
        '营业额',
        '总价',
        '收入',
      ],
      ...[
        'amount',
        'sales amount',
        'order amount',
        'close value',
        'sales',
        'revenue',
        'net sales',
        'total',
        'total price',
      ],
      ...['total amount', 'line total', 'net amount', 'extended price', 'turnover', 'value', 'sales value'],
    ],
  },
  {
    id: 'quantity',
    kind: 'quantity',
    names: [
      ...['数量', '销售数量', '订单数量', '销量', '件数', '台数', 'quantity', 'qty', 'order quantity', 'order qty'],
      ...['units', 'pieces', 'volume', 'quantity ordered'],
    ],
  },
  {
    id: 'unitPrice',
    kind: 'price',
    names: [
      '单价',
      '销售单价',
      '含税单价',
      '价格',
      '售价',
      'unit price',
      'price',
      'list price',
      'sales price',
      'product price',
    ],
  },
  {
    id: 'orderNumber',
    kind: 'identity',
    names: [
      ...[
        '订单号',
        '订单编号',
        '单据号',
        '单据编号',
        '单号',
        '合同号',
        '合同编号',
        '发票号',
        'order number',
        'order no',
      ],
      ...[
        'order id',
        'order',
        'opportunity id',
        'deal id',
        'invoice number',
        'invoice no',
        'invoice id',
        'document number',
      ],
      ...['transaction id', 'sales order number', 'order key'],
    ],
  },
  {
    id: 'orderLine',
    kind: 'identity',
    names: [
      ...[
        '行号',
        '订单行',
        '订单行号',
        '明细行号',
        '项次',
        'order line item',
        'order line',
        'line item',
        'line number',
      ],
      ...['line no', 'line', 'order line number', 'order item', 'line id'],
    ],
  },
  {
    id: 'customer',
    kind: 'member',
    dimension: 'customer',
    names: [
      ...['客户名称', '客户', '客户名', '客户编号', '客户代码', '购货单位', '公司名称', '经销商', '买家', 'customer'],
      ...[
        'customer name',
        'customer key',
        'customer id',
        'customer code',
        'account',
        'account name',
        'client',
        'buyer',
      ],
      ...['company', 'company name', 'client name', 'account id', 'dealer'],
    ],
  },
  {
    id: 'sector',
    kind: 'parent',
    dimension: 'customer',
    rank: 1,
    names: [
      '行业',
      '客户行业',
      '客户类型',
      '客户分类',
      'sector',
      'industry',
      'customer type',
      'customer segment',
      'segment',
    ],
  },
  {
    id: 'product',
    kind: 'member',
    dimension: 'product',
    names: [
      ...[
        '产品名称',
        '产品',
        '品名',
        '商品名称',
        '商品',
        '物料名称',
        '物料',
        '货品',
        '产品编号',
        '产品型号',
        '型号',
        '存货名称',
      ],
      ...['product', 'product name', 'product key', 'product id', 'product code', 'item', 'item name', 'sku'],
      ...['product sku', 'article', 'material', 'item code'],
    ],
  },
  {
    id: 'series',
    kind: 'parent',
    dimension: 'product',
    rank: 1,
    names: [
      ...[
        '系列',
        '产品系列',
        '小类',
        '子类',
        '产品子类',
        'series',
        'product series',
        'subcategory',
        'product subcategory',
      ],
      ...['product subcategory key', 'sub category', 'subcategory name', 'product line', 'product family'],
    ],
  },
  {
    id: 'category',
    kind: 'parent',
    dimension: 'product',
    rank: 2,
    names: [
      ...['品类', '类别', '产品类别', '产品分类', '产品大类', '大类', '商品类别', '分类', '产品线', 'category'],
      ...['product category', 'product category key', 'category name', 'product group', 'product type'],
    ],
  },
  {
    id: 'seller',
    kind: 'member',
    dimension: 'seller',
    names: [
      ...[
        '业务员',
        '销售员',
        '销售人员',
        '销售代表',
        '业务经理',
        '客户经理',
        '跟单员',
        '负责人',
        '销售',
        '营业员',
        'sales agent',
      ],
      ...['seller', 'salesperson', 'sales person', 'sales rep', 'sales representative', 'agent', 'owner', 'rep'],
      ...['account manager', 'employee', 'employee name', 'salesman', 'sales owner', 'deal owner'],
    ],
  },
  {
    id: 'manager',
    kind: 'parent',
    dimension: 'seller',
    rank: 1,
    names: [
      ...['销售经理', '经理', '主管', '上级', '团队', '小组', '销售组', '销售团队', 'manager', 'sales manager', 'team'],
      ...['sales team', 'supervisor', 'sales group'],
    ],
  },
  {
    id: 'office',
    kind: 'parent',
    dimension: 'seller',
    rank: 2,
    names: [
      '办事处',
      '分公司',
      '部门',
      '销售部门',
      '事业部',
      'regional office',
      'office',
      'branch',
      'department',
      'division',
    ],
  },
  {
    id: 'region',
    kind: 'member',
    dimension: 'region',
    names: [
      ...['区域', '大区', '销售区域', '片区', '地区', '省份', '省区', '市场', 'region', 'territory', 'territory key'],
      ...[
        'sales region',
        'sales territory',
        'sales territory key',
        'area',
        'region name',
        'market',
        'state',
        'province',
      ],
    ],
  },
  {
    id: 'settlementMethod',
    kind: 'member',
    dimension: 'settlementMethod',
    names: [
      ...['结算方式', '付款方式', '支付方式', '收款方式', '账期', '结款方式', 'settlement method', 'payment method'],
      ...['payment terms', 'settlement', 'payment', 'terms', 'payment type'],
    ],
  },
  {
    id: 'salesMode',
    kind: 'member',
    dimension: 'salesMode',
    names: [
      ...['销售方式', '渠道', '销售渠道', '销售模式', '渠道类型', '业务类型', 'sales mode', 'channel', 'sales channel'],
      ...['sales type', 'channel type', 'distribution channel'],
    ],
  },
  { id: 'own', kind: 'member', names: [] },
  { id: 'ignore', kind: 'other', names: [] },
];

const BY_ID = new Map(FIELDS.map((field) => [field.id, field]));

export function fieldOf(id: FieldId): Field {
  const field = BY_ID.get(id);
  if (!field) throw new RangeError(`unknown field ${id}`);
  return field;
}

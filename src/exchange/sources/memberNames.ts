import { wordList } from './wordList';

const CUSTOMER = wordList(
  '客户名称|客户|客户名|客户简称|客户编号|客户代码|购货单位|往来单位|单位名称|经销商|门店|终端|买方|customer|customer name|account|account name|client|client name|customer id|customer key|customer code|company|company name|dealer|distributor|buyer|outlet|store',
);
const PRODUCT = wordList(
  '产品名称|产品|品名|商品名称|商品|物料名称|物料|货品|产品编号|产品型号|型号|品项|product|product name|product key|product id|product code|item|item name|sku|article|material|model',
);
const SELLER = wordList(
  '业务员|销售员|销售人员|销售代表|客户经理|业务代表|负责人|跟进人|责任人|拜访人|员工|姓名|seller|sales agent|salesperson|sales person|sales rep|sales representative|rep|owner|account manager|employee|employee name|salesman|deal owner|agent',
);
const REGION = wordList(
  '区域|大区|销售区域|片区|地区|省份|省区|城市|市场|region|territory|sales region|area|province|state|city|market|region name|office location|country',
);
const SALES_MODE = wordList(
  '渠道|销售渠道|销售方式|销售模式|渠道类型|投放渠道|channel|sales channel|sales mode|channel type|distribution channel|medium',
);
const SETTLEMENT = wordList(
  '结算方式|付款方式|支付方式|收款方式|回款方式|结款方式|settlement method|payment method|settlement|payment type|pay type',
);

/** What columns with members are called, whatever the kind of table. */
export const MEMBER_NAMES = {
  customer: CUSTOMER,
  product: PRODUCT,
  seller: SELLER,
  region: REGION,
  salesMode: SALES_MODE,
  settlementMethod: SETTLEMENT,
} as const;

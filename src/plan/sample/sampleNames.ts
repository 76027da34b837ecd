export type SampleLanguage = 'zh-CN' | 'en';

/**
 * The names of the sample distributor, one list per language, equal in length and order: the twins differ in nothing
 * else. Compound parts make a customer's brand, 40 × 40 of them.
 */
export interface SampleNames {
  plan: string;
  source: string;
  otherCustomers: string;
  defaultMember: string;
  currency: 'CNY' | 'USD';
  regions: readonly string[];
  /** Three per region, in the order of the regions. */
  sellers: readonly string[];
  categories: readonly string[];
  /** Three per category, in the order of the categories. */
  products: readonly string[];
  customerTypes: readonly string[];
  /** What a customer of a type is called by, after its brand. */
  customerEndings: readonly string[];
  brandStarts: readonly string[];
  brandEnds: readonly string[];
  /** The nth shop under one brand, counted from 2. */
  branch(name: string, n: number): string;
  salesModes: readonly string[];
  settlementMethods: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

const CHINESE: SampleNames = {
  plan: 'FY2026 销售目标',
  source: '示例订单',
  otherCustomers: '其他客户',
  defaultMember: '默认',
  currency: 'CNY',
  regions: ['华东', '华南', '华北', '西部'],
  sellers: words('李伟 王芳 陈静 赵敏 刘洋 黄丽 孙涛 吴霞 郑凯 周强 马晓燕 何军'),
  categories: ['车用润滑油', '工业润滑油', '冷却液', '养护用品'],
  products: [
    '全合成机油 0W-20',
    '合成机油 5W-30',
    '柴机油 15W-40',
    '抗磨液压油 46号',
    '工业齿轮油 220号',
    '压缩机油 46号',
    '长效防冻液 -35℃',
    '重负荷冷却液',
    '电驱冷却液',
    '锂基润滑脂',
    '制动液 DOT4',
    '燃油清净剂',
  ],
  customerTypes: ['汽修连锁', '4S店集团', '物流车队', '制造工厂', '经销商', '配件门店'],
  customerEndings: ['汽修', '汽车集团', '物流', '机械', '商贸', '汽配'],
  brandStarts: words(
    '恒 华 瑞 鑫 宏 盛 泰 顺 捷 安 永 金 嘉 联 宇 远 腾 博 凯 隆 万 广 新 中 东 天 正 百 立 建 福 长 大 荣 锦 信 三 精 佳 恩',
  ),
  brandEnds: words(
    '达 通 源 丰 诚 利 发 兴 和 昌 力 驰 润 旺 业 宝 辉 合 康 海 星 运 邦 锋 祥 成 德 来 美 拓 胜 林 国 洋 强 明 航 程 益 隆',
  ),
  branch: (name, n) => `${name}${n}店`,
  salesModes: ['直销', '经销', '线上'],
  settlementMethods: ['现款', '月结30天', '月结60天'],
};

const ENGLISH: SampleNames = {
  plan: 'FY2026 sales plan',
  source: 'Sample orders',
  otherCustomers: 'Other customers',
  defaultMember: 'Default',
  currency: 'USD',
  regions: ['East', 'South', 'North', 'West'],
  sellers: [
    'Li Wei',
    'Omar Haddad',
    'Julia Stein',
    'Priya Nair',
    'Jack Owen',
    'Elena Petrova',
    'Grace Kim',
    'Tom Baker',
    'Ana Silva',
    'Ben Carter',
    'Mia Rossi',
    'Noah Adeyemi',
  ],
  categories: ['Automotive oil', 'Industrial oil', 'Coolant', 'Care products'],
  products: [
    'Full synthetic 0W-20',
    'Synthetic 5W-30',
    'Diesel engine oil 15W-40',
    'Hydraulic oil 46',
    'Gear oil 220',
    'Compressor oil 46',
    'Long-life antifreeze',
    'Heavy-duty coolant',
    'EV drive coolant',
    'Lithium grease',
    'Brake fluid DOT4',
    'Fuel system cleaner',
  ],
  customerTypes: ['Repair chain', 'Dealership', 'Fleet', 'Manufacturer', 'Reseller', 'Parts shop'],
  customerEndings: ['Auto Repair', 'Motors', 'Logistics', 'Machinery', 'Trading', 'Auto Parts'],
  brandStarts: words(
    'Lake Pine Stone River Oak Cedar Maple Silver Iron Clear North East West South High Red Blue Green White Black ' +
      'Bright Summer Winter Spring Elm Fox Hawk Eagle Bear Mill Bridge King Queen Star Sun Moon Rock Sand Wind Copper',
  ),
  brandEnds: words(
    'side gate crest field ford wood view point dale brook mont haven port ridge ton bury well hurst land stead ' +
      'worth way cliff hill mead shore bank grove wick ham fall marsh court hall glen moor holt lea thorpe water',
  ),
  branch: (name, n) => `${name} ${n}`,
  salesModes: ['Direct', 'Dealer', 'Online'],
  settlementMethods: ['Cash', 'Net 30', 'Net 60'],
};

export const SAMPLE_NAMES: Readonly<Record<SampleLanguage, SampleNames>> = { 'zh-CN': CHINESE, en: ENGLISH };

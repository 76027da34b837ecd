import type { SampleLanguage } from './sampleNames';

/** What the deals of the sample are called, one list per language, equal in length and order. */
export interface SampleDealNames {
  /** Of the two files they would have come with. */
  source: string;
  historySource: string;
  /** In order: four on the way, then won and lost. */
  stages: readonly string[];
  /** Why deals were lost; the second one is a competitor. */
  reasons: readonly string[];
  /** What a deal is about, after its product. */
  purposes: readonly string[];
  title(product: string, purpose: string): string;
}

export const SAMPLE_DEAL_NAMES: Readonly<Record<SampleLanguage, SampleDealNames>> = {
  'zh-CN': {
    source: '示例商机',
    historySource: '示例商机阶段记录',
    stages: ['线索', '需求确认', '方案报价', '商务谈判', '赢单', '输单'],
    reasons: ['价格偏高', '竞争对手', '客户没有预算', '需求取消', '交期不符', '一直没有回复'],
    purposes: ['年度供货', '换油项目', '新车队加注', '新店首批', '备货'],
    title: (product, purpose) => `${product} ${purpose}`,
  },
  en: {
    source: 'Sample opportunities',
    historySource: 'Sample stage history',
    stages: ['Lead', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost'],
    reasons: ['Price', 'Competitor', 'No budget', 'No longer needed', 'Delivery time', 'No answer'],
    purposes: ['yearly supply', 'oil change programme', 'new fleet', 'first stock', 'stock-up'],
    title: (product, purpose) => `${product}, ${purpose}`,
  },
};

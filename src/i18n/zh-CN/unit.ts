/** Names of display units: for yuan, and as a scale after another currency's sign. */
export const unit = {
  yuan: { one: '元', thousand: '千元', tenThousand: '万元', million: '百万元', hundredMillion: '亿元' },
  scale: { thousand: '千', tenThousand: '万', million: '百万', hundredMillion: '亿' },
} as const;

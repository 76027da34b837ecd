const SPOKEN: Readonly<Record<string, 'A' | 'B' | 'C'>> = {
  高: 'A',
  中: 'B',
  低: 'C',
  HIGH: 'A',
  MEDIUM: 'B',
  MIDDLE: 'B',
  MID: 'B',
  LOW: 'C',
};

/**
 * The customer tier that a cell of a price list means: A, B and C in any case and width, also as 高, 中, 低 or high, medium, low,
 * with or without the word for tier (A级, 高等级, Tier B). '' where the cell is blank: the price is everybody's. Any other text
 * comes back folded: a price of a tier that nobody has.
 */
export function tierOfText(text: string): string {
  const folded = text.normalize('NFKC').toUpperCase().trim();
  const bare = folded
    .replace(/^(客户)?等级|^TIER|^CLASS/, '')
    .replace(/(级别|等级|级|类|等|档)(客户)?$|(TIER|CLASS)$/, '')
    .trim();
  return SPOKEN[bare] ?? (/^[ABC]$/.test(bare) ? bare : folded);
}

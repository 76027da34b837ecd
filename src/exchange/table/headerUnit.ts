/** What one unit of a column stands for. */
export interface HeaderUnit {
  factor: number;
  /** Money units say nothing about pieces, and the other way round. */
  of: 'money' | 'count';
}

const SCALES: readonly [RegExp, number][] = [
  [/千万/, 1e7],
  [/百万/, 1e6],
  [/十万/, 1e5],
  [/亿/, 1e8],
  [/万/, 1e4],
  [/千|仟/, 1e3],
  [/百/, 1e2],
];
const MONEY = '元|圆|人民币|美元|港币|港元|台币|新台币|日元|欧元|rmb|cny|usd|eur|hkd|twd';
const COUNT = '台|件|个|套|箱|吨|只|辆|人|次|户|家|pcs|units';
const CHINESE = new RegExp(`^(?:${MONEY})?\\s*(千万|百万|十万|亿|万|千|仟|百)?\\s*(${MONEY}|${COUNT})?$`, 'i');
const ENGLISH: readonly [RegExp, number][] = [
  [
    /^(?:in )?(?:(?:rmb|cny|usd|eur|hkd|twd|\$|¥|€)\s*)?(?:thousands?|'?000s?|k)(?:\s*(?:of )?(?:rmb|cny|usd|eur|\$|¥|€))?$/i,
    1e3,
  ],
  [
    /^(?:in )?(?:(?:rmb|cny|usd|eur|hkd|twd|\$|¥|€)\s*)?(?:millions?|mn|mio|m)(?:\s*(?:of )?(?:rmb|cny|usd|eur|\$|¥|€))?$/i,
    1e6,
  ],
  [
    /^(?:in )?(?:(?:rmb|cny|usd|eur|hkd|twd|\$|¥|€)\s*)?(?:billions?|bn)(?:\s*(?:of )?(?:rmb|cny|usd|eur|\$|¥|€))?$/i,
    1e9,
  ],
  [/^(?:in )?(?:(?:rmb|cny|usd|eur)\s*)?10k$/i, 1e4],
];

/** The unit that stands alone in a text ("万元", "RMB k", "千台"); null for anything else. */
export function unitNamed(text: string): HeaderUnit | null {
  const plain = folded(text);
  const chinese = CHINESE.exec(plain);
  if (chinese && plain !== '') {
    const factor = SCALES.find(([pattern]) => chinese[1] && pattern.test(chinese[1]))?.[1] ?? 1;
    // "百" or "千" alone is a name as well as a unit.
    if (!chinese[2] && !/[万亿]/.test(chinese[1] ?? '') && !new RegExp(MONEY, 'i').test(plain)) return null;
    return { factor, of: new RegExp(`(?:${COUNT})$`, 'i').test(plain) ? 'count' : 'money' };
  }
  const english = ENGLISH.find(([pattern]) => pattern.test(plain));
  return english ? { factor: english[1], of: 'money' } : null;
}

/** The unit a column name carries: "金额(万元)", "销售额/千元", "Amount (RMB k)", "金额 万元"; null for none. */
export function headerUnit(name: string): HeaderUnit | null {
  const plain = folded(name);
  for (const match of plain.matchAll(/[([【]([^)\]】]*)[)\]】]/g)) {
    for (const part of match[1].replace(/^单位[::]?\s*/, '').split(/[,;、]/)) {
      const unit = unitNamed(part);
      if (unit) return unit;
    }
  }
  const tail = /[\s/_\-,]((?:[^\s/_\-,()]+))$/.exec(plain)?.[1];
  const unit = tail ? unitNamed(tail) : null;
  if (unit && (unit.factor !== 1 || /元|rmb|cny/i.test(tail ?? ''))) return unit;
  const glued = /(?:额|入|款|润|本|价|用|值|标|划|算)(千万|百万|亿|万|千)元$/.exec(plain);
  return glued ? unitNamed(`${glued[1]}元`) : null;
}

/** The unit that a title or a line above the table gives for all its amounts ("单位：万元", "in thousands"); null for none. */
export function titleUnit(texts: readonly string[]): HeaderUnit | null {
  for (const text of texts) {
    const plain = folded(text);
    const said =
      /(?:单位|金额单位|货币单位|币种及单位|unit|units|einheit)\s*:\s*([^\s,;)】\]]+(?:\s(?:k|m|mn|bn|10k|thousands?|millions?))?)/i.exec(
        plain,
      )?.[1];
    const unit = (said && unitNamed(said)) || bracketed(plain) || inWords(plain) || unitNamed(plain);
    if (unit) return unit;
  }
  return null;
}

function bracketed(plain: string): HeaderUnit | null {
  for (const match of plain.matchAll(/[([【]([^)\]】]*)[)\]】]/g)) {
    const unit = unitNamed(match[1].replace(/^单位[::]?\s*/, ''));
    if (unit) return unit;
  }
  return null;
}

function inWords(plain: string): HeaderUnit | null {
  const match =
    /\bin (?:rmb |cny |usd |eur )?(thousands?|millions?|billions?)\b|\b(?:rmb|cny|usd|eur)\s?('000|mn|bn)\b/i.exec(
      plain,
    );
  return match ? unitNamed(match[1] ?? match[2]) : null;
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/萬/g, '万')
    .replace(/億/g, '亿')
    .replace(/單/g, '单')
    .replace(/臺/g, '台')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

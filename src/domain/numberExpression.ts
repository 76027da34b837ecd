import { addFractions, divideFractions, type Fraction, multiplyFractions, negateFraction, ONE } from './numberFraction';
import type { NumberToken } from './numberTokens';

/**
 * A number and what it counts: `amount` has a written unit (300k) or is the cell's own value, `share` is a percentage,
 * `bare` takes the unit of the screen once it stands for an amount. So `=1200*1.1` means 1,320 of what is shown.
 */
export interface Quantity {
  value: Fraction;
  counts: 'amount' | 'bare' | 'share';
}

export interface ExpressionRules {
  /** What one bare number is worth as an amount. */
  unit: Fraction;
  /** In a percent cell a written percentage is the amount itself. */
  percentIsAmount: boolean;
}

/** The value of + − × ÷, brackets, percentages and units; null where the text is no such expression. Never evaluates code. */
export function readExpression(
  tokens: readonly NumberToken[],
  rules: ExpressionRules,
  start?: Quantity,
): Quantity | null {
  let at = 0;

  const sign = (): string | null => {
    const token = tokens[at];
    return token?.kind === 'sign' ? token.sign : null;
  };

  const sum = (first?: Quantity): Quantity | null => {
    let left = product(first);
    while (left && (sign() === '+' || sign() === '-')) {
      const minus = sign() === '-';
      at += 1;
      const right = product();
      left = right && addQuantities(left, minus ? negated(right) : right, rules);
    }
    return left;
  };

  const product = (first?: Quantity): Quantity | null => {
    let left = first ?? signed();
    while (left && (sign() === '*' || sign() === '/')) {
      const divide = sign() === '/';
      at += 1;
      const right = signed();
      left = right && (divide ? divideQuantities(left, right) : multiplyQuantities(left, right));
    }
    return left;
  };

  const signed = (): Quantity | null => {
    const mark = sign();
    if (mark !== '-' && mark !== '+') return percentage();
    at += 1;
    const inner = signed();
    return inner && mark === '-' ? negated(inner) : inner;
  };

  const percentage = (): Quantity | null => {
    let inner = atom();
    while (inner && sign() === '%') {
      at += 1;
      if (inner.counts === 'amount') return null;
      inner = rules.percentIsAmount
        ? { value: inner.value, counts: 'amount' }
        : { value: multiplyFractions(inner.value, { n: 1n, d: 100n }), counts: 'share' };
    }
    return inner;
  };

  const atom = (): Quantity | null => {
    const token = tokens[at];
    if (token?.kind === 'number') {
      at += 1;
      return token.power === null ? { value: token.value, counts: 'bare' } : compound(token.value, token.power);
    }
    if (sign() !== '(') return null;
    at += 1;
    const inner = sum();
    if (sign() !== ')') return null;
    at += 1;
    return inner;
  };

  /** 1亿2000万: a smaller unit right behind a larger one adds to it. */
  const compound = (value: Fraction, power: number): Quantity | null => {
    const next = tokens[at];
    if (next?.kind !== 'number') return { value, counts: 'amount' };
    if (next.power === null || next.power >= power) return null;
    at += 1;
    return compound(addFractions(value, next.value), next.power);
  };

  const result = sum(start);
  return at === tokens.length ? result : null;
}

const negated = (quantity: Quantity): Quantity => ({ ...quantity, value: negateFraction(quantity.value) });

/** As an amount of money, or of points in a percent cell. */
export const amountOf = (quantity: Quantity, rules: ExpressionRules): Fraction =>
  quantity.counts === 'bare' ? multiplyFractions(quantity.value, rules.unit) : quantity.value;

function addQuantities(a: Quantity, b: Quantity, rules: ExpressionRules): Quantity | null {
  if (a.counts === b.counts) return { value: addFractions(a.value, b.value), counts: a.counts };
  if (a.counts === 'amount' || b.counts === 'amount') {
    if (a.counts === 'share' || b.counts === 'share') return null;
    return { value: addFractions(amountOf(a, rules), amountOf(b, rules)), counts: 'amount' };
  }
  return { value: addFractions(a.value, b.value), counts: 'bare' };
}

function multiplyQuantities(a: Quantity, b: Quantity): Quantity | null {
  if (a.counts === 'amount' && b.counts === 'amount') return null;
  const counts = a.counts === 'share' ? b.counts : b.counts === 'share' ? a.counts : stronger(a.counts, b.counts);
  return { value: multiplyFractions(a.value, b.value), counts };
}

function divideQuantities(a: Quantity, b: Quantity): Quantity | null {
  if (b.counts === 'amount' && a.counts !== 'amount') return null;
  const value = divideFractions(a.value, b.value);
  if (!value) return null;
  return { value, counts: a.counts === b.counts ? 'bare' : a.counts };
}

const stronger = (a: Quantity['counts'], b: Quantity['counts']): Quantity['counts'] =>
  a === 'amount' || b === 'amount' ? 'amount' : 'bare';

/** (1 + share) × current: what +10% asks for. */
export const grownBy = (current: Fraction, share: Fraction): Fraction =>
  multiplyFractions(current, addFractions(ONE, share));

import { type Issue, issue } from './issue';
import { amountOf, type ExpressionRules, grownBy, type Quantity, readExpression } from './numberExpression';
import {
  type Fraction,
  multiplyFractions,
  negateFraction,
  powerOfTen,
  roundFraction,
  wholeFraction,
} from './numberFraction';
import { normaliseNumberText, numberMarks } from './numberText';
import { type NumberToken, numberTokens } from './numberTokens';
import { fail, ok, type Result } from './result';

export interface NumberContext {
  /** What the cell holds now, in minor units; null for a blank. */
  current: number | null;
  /** Decimal places of the stored integer. For percent cells: of the percent value. */
  minorUnit: number;
  /** What one shown unit is worth in major units, a power of ten: 10,000 where the screen shows 万元. Percent cells ignore it. */
  unit: number;
  kind: 'money' | 'percent' | 'count';
  /** Whose grouping and decimal marks are used. */
  locale: string;
}

export interface NumberEntry {
  kind: 'value' | 'blank';
  /** Minor units; 0 and without meaning for a blank. */
  amount: number;
  /** True where the text changes the current value (+10%) and so means something else in another cell. */
  relative: boolean;
}

const MAX_LENGTH = 200;

/**
 * What a text typed, pasted or imported into a number cell means, in minor units.
 * Empty text is a blank, never 0. A written unit (300k, 1.5亿) always wins over the unit of the screen. A leading + × ÷,
 * `+-`, `-=` or a signed percentage is relative to the current value; a leading minus alone is a negative number.
 * The result is exact and rounded once, half away from zero, to the minor unit; beyond 2^53 − 1 it is refused.
 */
export function readNumber(text: string, context: NumberContext): Result<NumberEntry> {
  const normal = text.length > MAX_LENGTH ? null : normaliseNumberText(text);
  if (normal === null) return notUnderstood(text);
  if (normal === '') return ok({ kind: 'blank', amount: 0, relative: false });
  const tokens = numberTokens(normal, numberMarks(context.locale));
  const hasUnit = tokens?.some((token) => token.kind === 'number' && token.power !== null);
  if (!tokens || (hasUnit && context.kind === 'percent')) return notUnderstood(text);
  const rules: ExpressionRules = {
    unit: context.kind === 'percent' ? wholeFraction(1) : wholeFraction(context.unit),
    percentIsAmount: context.kind === 'percent',
  };
  const relative = relativeTokens(tokens);
  const read = relative ? readRelative(relative, context, rules) : readAbsolute(tokens, rules);
  if (read === null) return notUnderstood(text);
  if ('code' in read) return fail(read);
  const amount = roundFraction(multiplyFractions(read, powerOfTen(context.minorUnit)));
  if (amount === null) return fail(issue('number/tooLarge', { text: text.trim() }));
  return ok({ kind: 'value', amount, relative: relative !== null });
}

const notUnderstood = (text: string): { ok: false; issues: Issue[] } =>
  fail(issue('number/notUnderstood', { text: text.trim() }));

const signAt = (tokens: readonly NumberToken[], at: number): string | null => {
  const token = tokens[at];
  return token?.kind === 'sign' ? token.sign : null;
};

/** The change written behind the current value, starting with its operator; null where the text is absolute. */
function relativeTokens(tokens: readonly NumberToken[]): NumberToken[] | null {
  const [first, second] = [signAt(tokens, 0), signAt(tokens, 1)];
  if (first === '=') return second === '*' || second === '/' ? tokens.slice(1) : null;
  if (first === '*' || first === '/' || first === '+') {
    return second === '=' ? [tokens[0], ...tokens.slice(2)] : [...tokens];
  }
  if (first !== '-') return null;
  if (second === '=') return [tokens[0], ...tokens.slice(2)];
  const signedPercentage = tokens.length === 3 && tokens[1].kind === 'number' && signAt(tokens, 2) === '%';
  return signedPercentage ? [...tokens] : null;
}

function readRelative(
  change: readonly NumberToken[],
  context: NumberContext,
  rules: ExpressionRules,
): Fraction | Issue | null {
  const operator = signAt(change, 0);
  const additive = operator === '+' || operator === '-';
  const operand = readExpression(change.slice(1), rules);
  if (context.current === null && !(additive && operand && operand.counts !== 'share')) {
    return operand ? issue('number/needsValue') : null;
  }
  const current = multiplyFractions(wholeFraction(context.current ?? 0), powerOfTen(-context.minorUnit));
  if (additive && operand?.counts === 'share') {
    return grownBy(current, operator === '-' ? negateFraction(operand.value) : operand.value);
  }
  const result = readExpression(change, rules, { value: current, counts: 'amount' });
  return result?.counts === 'amount' ? result.value : null;
}

function readAbsolute(tokens: readonly NumberToken[], rules: ExpressionRules): Fraction | Issue | null {
  const arithmetic = signAt(tokens, 0) === '=';
  const quantity = arithmetic ? readExpression(tokens.slice(1), rules) : readPlain(tokens, rules);
  if (!quantity) return null;
  if (quantity.counts === 'share') return issue('number/barePercent');
  return amountOf(quantity, rules);
}

/** One number with its unit, a leading minus, or brackets around it, which mean the same. */
function readPlain(tokens: readonly NumberToken[], rules: ExpressionRules): Quantity | null {
  const inBrackets = signAt(tokens, 0) === '(' && signAt(tokens, tokens.length - 1) === ')';
  const negative = inBrackets || signAt(tokens, 0) === '-';
  const inner = inBrackets ? tokens.slice(1, -1) : negative ? tokens.slice(1) : tokens;
  const plain = inner.every((token) => token.kind === 'number' || token.sign === '%');
  const quantity = plain ? readExpression(inner, rules) : null;
  return quantity && negative ? { ...quantity, value: negateFraction(quantity.value) } : quantity;
}

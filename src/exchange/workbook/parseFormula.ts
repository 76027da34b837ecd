import { columnOfLetters } from './cellAddress';

export interface CellAt {
  /** From 0 = A. */
  column: number;
  /** From 1. */
  row: number;
}

export type FormulaNode =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'cell'; at: CellAt }
  | { kind: 'range'; from: CellAt; to: CellAt }
  | { kind: 'call'; name: FormulaFunction; args: FormulaNode[] }
  | { kind: 'binary'; operator: '+' | '-' | '*' | '/' | '>' | '<'; left: FormulaNode; right: FormulaNode };

export const FORMULA_FUNCTIONS = ['SUM', 'SUMIFS', 'IF', 'ABS', 'ROUND'] as const;
export type FormulaFunction = (typeof FORMULA_FUNCTIONS)[number];

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|\$?([A-Z]{1,3})\$?(\d+)|([A-Z]+)(?=\()|([-+*/<>(),:]))/y;

type Token = { kind: 'number' | 'text' | 'name' | 'sign'; text: string } | { kind: 'cell'; at: CellAt };

/**
 * The few shapes of formula that our sheets use, as a tree: numbers, texts, cells and ranges of the same sheet, the four
 * operations, < and >, and the functions of `FORMULA_FUNCTIONS`. Null for anything else.
 */
export function parseFormula(formula: string): FormulaNode | null {
  const tokens = tokensOf(formula);
  if (!tokens) return null;
  let next = 0;
  const sign = (...signs: string[]): string | null => {
    const token = tokens[next];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    next++;
    return token.text;
  };
  const binary = (operators: string[], operand: () => FormulaNode | null): FormulaNode | null => {
    let left = operand();
    for (let operator = sign(...operators); left && operator; operator = sign(...operators)) {
      const right = operand();
      left = right && { kind: 'binary', operator: operator as '+', left, right };
    }
    return left;
  };
  const compared = (): FormulaNode | null =>
    binary(['<', '>'], () => binary(['+', '-'], () => binary(['*', '/'], atom)));
  const atom = (): FormulaNode | null => {
    const token = tokens[next++];
    if (token?.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token?.kind === 'text') return { kind: 'text', value: token.text };
    if (token?.kind === 'cell') {
      if (!sign(':')) return { kind: 'cell', at: token.at };
      const to = tokens[next++];
      return to?.kind === 'cell' ? { kind: 'range', from: token.at, to: to.at } : null;
    }
    if (token?.kind === 'name') return call(token.text);
    if (token?.kind === 'sign' && token.text === '(') {
      const inner = compared();
      return sign(')') ? inner : null;
    }
    return null;
  };
  const call = (name: string): FormulaNode | null => {
    const known = FORMULA_FUNCTIONS.find((each) => each === name);
    if (!known || !sign('(')) return null;
    const args: FormulaNode[] = [];
    do {
      const arg = compared();
      if (!arg) return null;
      args.push(arg);
    } while (sign(','));
    return sign(')') ? { kind: 'call', name: known, args } : null;
  };
  const root = compared();
  return next === tokens.length ? root : null;
}

function tokensOf(formula: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; end < formula.length; end = TOKEN.lastIndex) {
    const match = TOKEN.exec(formula);
    if (!match) return null;
    const [, digits, text, letters, row, name, sign] = match;
    if (digits !== undefined) tokens.push({ kind: 'number', text: digits });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll('""', '"') });
    else if (letters !== undefined)
      tokens.push({ kind: 'cell', at: { column: columnOfLetters(letters), row: Number(row) } });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}

import { cellAddress } from './cellAddress';
import { type CellAt, type FormulaFunction, type FormulaNode, parseFormula } from './parseFormula';
import type { SheetFormulas, SheetValue } from './readFormulas';
import { roundHalfAway } from './roundHalfAway';

/** What a formula gave; `unknown` for a shape we do not write, a cell that refers to itself, or text where a number belongs. */
export type Evaluated = { value: SheetValue } | { unknown: true };

class NotEvaluable extends Error {}

/**
 * Every formula of a sheet worked out anew from the cells that are no formulas; cached values are never looked at.
 * An empty cell counts 0, SUM passes over texts, sums carry a correction term (Neumaier) as LibreOffice's do.
 */
export function evaluateSheet({ values, formulas }: SheetFormulas): Map<string, Evaluated> {
  const pending = new Map(formulas.map(({ address, formula }) => [address, formula]));
  const done = new Map<string, Evaluated>();
  const busy = new Set<string>();

  const cell = ({ column, row }: CellAt): SheetValue => {
    const address = cellAddress(column, row);
    const formula = pending.get(address);
    if (formula === undefined) return values.get(address) ?? null;
    const result = done.get(address) ?? worked(address, formula);
    if ('unknown' in result) throw new NotEvaluable(address);
    return result.value;
  };
  const worked = (address: string, formula: string): Evaluated => {
    const node = busy.has(address) ? null : parseFormula(formula);
    let result: Evaluated = { unknown: true };
    if (node) {
      busy.add(address);
      try {
        result = { value: resultOf(node) };
      } catch (error) {
        if (!(error instanceof NotEvaluable)) throw error;
      }
      busy.delete(address);
    }
    done.set(address, result);
    return result;
  };
  const cellsOf = (node: FormulaNode): SheetValue[] => {
    if (node.kind !== 'range') return [resultOf(node)];
    const cells: SheetValue[] = [];
    for (let row = node.from.row; row <= node.to.row; row++) {
      for (let column = node.from.column; column <= node.to.column; column++) cells.push(cell({ column, row }));
    }
    return cells;
  };
  const resultOf = (node: FormulaNode): SheetValue => {
    switch (node.kind) {
      case 'number':
      case 'text':
        return node.value;
      case 'cell':
        return cell(node.at);
      case 'binary':
        return operated(node.operator, numberOf(resultOf(node.left)), numberOf(resultOf(node.right)));
      case 'call':
        return called(node.name, node.args);
      case 'range':
        throw new NotEvaluable('range');
    }
  };
  const called = (name: FormulaFunction, args: FormulaNode[]): SheetValue => {
    const argument = (i: number): number => numberOf(resultOf(args[i]));
    switch (name) {
      case 'SUM':
        return exactSum(args.flatMap(cellsOf));
      case 'SUMIFS':
        return sumIfs(args.map(cellsOf));
      case 'IF':
        return resultOf(args[0]) ? resultOf(args[1]) : resultOf(args[2]);
      case 'ABS':
        return Math.abs(argument(0));
      case 'ROUND':
        return roundHalfAway(argument(0), argument(1));
    }
  };
  for (const { address, formula } of formulas) if (!done.has(address)) worked(address, formula);
  return done;
}

function numberOf(value: SheetValue): number {
  if (value === null) return 0;
  if (typeof value === 'string') throw new NotEvaluable(value);
  return Number(value);
}

function operated(operator: '+' | '-' | '*' | '/' | '>' | '<', left: number, right: number): SheetValue {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      if (right === 0) throw new NotEvaluable('division by zero');
      return left / right;
    case '>':
      return left > right;
    case '<':
      return left < right;
  }
}

function exactSum(values: readonly SheetValue[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Ranges and criteria in turn after the range to sum; a criterion is met by an equal value, texts without regard to case. */
function sumIfs([amounts, ...conditions]: SheetValue[][]): number {
  const folded = (value: SheetValue): SheetValue => (typeof value === 'string' ? value.toLowerCase() : value);
  return exactSum(
    amounts.filter((_, i) => {
      for (let c = 0; c + 1 < conditions.length; c += 2) {
        if (folded(conditions[c][i]) !== folded(conditions[c + 1][0])) return false;
      }
      return true;
    }),
  );
}

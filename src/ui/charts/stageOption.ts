import type { Tokens } from '../style/tokens';
import { barFrame } from './barFrame';
import type { ChartOption } from './chartOption';

export interface StageBars {
  /** One label per bar. */
  labels: readonly string[];
  /** From the bottom of each bar up: name, colour and one value per bar. */
  parts: readonly { name: string; colour: string; values: readonly number[] }[];
  amount(value: number): string;
}

/** Bars of several parts on top of each other; the box under the pointer names each part and the whole. */
export function stageOption({ labels, parts, amount }: StageBars, tokens: Tokens): ChartOption {
  return barFrame({
    tokens,
    labels,
    amount,
    tooltip: (index) =>
      [labels[index], ...[...parts].reverse().map(({ name, values }) => `${name}  ${amount(values[index])}`)].join(
        '\n',
      ),
    series: parts.map(({ name, colour, values }) => ({
      type: 'bar' as const,
      name,
      stack: 'all',
      barCategoryGap: '25%',
      itemStyle: { color: colour, borderColor: tokens.surface, borderWidth: 0.5 },
      data: [...values],
    })),
  });
}

import type { Tokens } from '../style/tokens';

/** The box that says what stands under the pointer: text alone, as it may come from anywhere. */
export const tooltipBox = (tokens: Tokens) => ({
  trigger: 'axis' as const,
  renderMode: 'richText' as const,
  confine: true,
  transitionDuration: 0,
  backgroundColor: tokens.raised,
  borderColor: tokens.line2,
  borderWidth: 1,
  padding: [6, 10],
  textStyle: { color: tokens.ink, fontFamily: tokens.font, fontSize: 12, lineHeight: 18 },
  axisPointer: { type: 'line' as const, lineStyle: { color: tokens.edge, width: 1, type: 'solid' as const } },
});

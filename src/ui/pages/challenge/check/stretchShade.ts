/** From half as much again as expected on, and from half of it down, bars are as long and colours as strong as they become. */
const FULL = 0.5;

/**
 * How a stretch (target ÷ forecast − 1) is drawn: the side of the middle, the width of its half in percent, and how hot it is,
 * 0 to 100. What asks no more than expected has no heat.
 */
export function stretchShade(stretch: number): { side: 'over' | 'under'; width: number; heat: number } {
  const share = Math.round(Math.min(1, Math.abs(stretch) / FULL) * 100);
  return stretch > 0 ? { side: 'over', width: share / 2, heat: share } : { side: 'under', width: share / 2, heat: 0 };
}

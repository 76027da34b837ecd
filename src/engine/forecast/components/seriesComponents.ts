/**
 * What a series is made of, by period over history and horizon, in its own unit. At every known period the five add up
 * to the value, in the months to come to the forecast. A missing period has no remainder: NaN.
 */
export interface SeriesComponents {
  /** Level with its trend. */
  level: Float64Array;
  season: Float64Array;
  /** What moving feasts brought and took. */
  holidays: Float64Array;
  /** What promotions did, and what made the months that were left out unlike others. */
  events: Float64Array;
  remainder: Float64Array;
}

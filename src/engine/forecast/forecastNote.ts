/** What a person should know about a forecast; the sentences stand in the dictionaries. */
export const FORECAST_NOTES = [
  'empty',
  'allZero',
  'constant',
  'shortHistory',
  'gapsFilled',
  'gapAtEnd',
  'negativeValues',
  'cautiousSeason',
  'intermittent',
  'noBacktest',
  'lentSeason',
  'likeOthers',
] as const;

export type ForecastNote = (typeof FORECAST_NOTES)[number];

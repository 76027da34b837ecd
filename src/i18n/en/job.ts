import type { Dictionary } from '../translate';

export const job: Dictionary['job'] = {
  import: 'Importing data',
  forecast: 'Running the forecast',
  tiers: 'Tiering customers',
  workbook: 'Exporting the workbook',
  sample: 'Preparing the sample plan',
  open: 'Opening data',
};

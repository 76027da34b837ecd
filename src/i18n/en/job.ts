import type { Dictionary } from '../translate';

export const job: Dictionary['job'] = {
  import: 'Importing data',
  forecast: 'Running the forecast',
  tiers: 'Tiering customers',
  value: 'Valuing customers',
  next: 'Finding what is bought together',
  workbook: 'Exporting the workbook',
  sample: 'Preparing the sample plan',
  open: 'Opening data',
  pipeline: 'Simulating the pipeline',
  challenge: 'Checking the targets',
  simulation: 'Simulating the year',
  balance: 'Balancing difficulty',
  letters: 'Issuing target letters',
  stop: 'Stop',
  stopped: 'Stopped before it was done.',
  again: 'Run it again',
};

import type { Dictionary } from '../translate';

export const action: Dictionary['action'] = {
  undo: 'Undo',
  redo: 'Redo',
  exportWorkbook: 'Export Excel workbook',
  rescue: 'Download a copy',
  settle: 'Check that all is saved',
  goHome: 'Go to Home',
  goPlan: 'Go to Plan',
  goCustomers: 'Go to Customers',
  goForecast: 'Go to Forecast',
  goReview: 'Go to Review',
  goSources: 'Go to Data',
  nextRegion: 'Next region',
  previousRegion: 'Previous region',
};

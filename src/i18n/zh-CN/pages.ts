import { customers } from './customers';
import { forecast } from './forecast';
import { imports } from './import';
import { kpi } from './kpi';
import { proposals } from './proposals';
import { round } from './round';
import { scenario } from './scenario';
import { shape } from './shape';
import { sources } from './sources';

/** Words of the pages that come later, and of what opens over the sheet. */
export const pages = {
  customers,
  forecast,
  import: imports,
  kpi,
  proposals,
  round,
  scenario,
  shape,
  sources,
};

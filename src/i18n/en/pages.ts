import type { PageTexts } from '../translate';
import { accuracy } from './accuracy';
import { balance } from './balance';
import { capacity } from './capacity';
import { challenge } from './challenge';
import { credit } from './credit';
import { customerList } from './customerList';
import { customers } from './customers';
import { event } from './event';
import { forecast } from './forecast';
import { imports } from './import';
import { kpi } from './kpi';
import { letter } from './letter';
import { lifecycle } from './lifecycle';
import { outlook } from './outlook';
import { pack } from './pack';
import { pipeline } from './pipeline';
import { price } from './price';
import { proposals } from './proposals';
import { quality } from './quality';
import { round } from './round';
import { scenario } from './scenario';
import { segment } from './segment';
import { service } from './service';
import { shape } from './shape';
import { simulation } from './simulation';
import { sources } from './sources';
import { template } from './template';
import { territory } from './territory';
import { value } from './value';
/** Words of the pages that come later, and of what opens over the sheet. */
export const pages: PageTexts = {
  pipeline,
  challenge,
  simulation,
  balance,
  capacity,
  letter,
  outlook,
  accuracy,
  event,
  customers,
  forecast,
  import: imports,
  kpi,
  proposals,
  round,
  scenario,
  shape,
  sources,
  credit,
  customerList,
  lifecycle,
  pack,
  price,
  quality,
  segment,
  service,
  template,
  territory,
  value,
};

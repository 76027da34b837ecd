import type { Dictionary } from '../translate';
import { action } from './action';
import { actionWords } from './actionWords';
import { chart } from './chart';
import { customers } from './customers';
import { effect } from './effect';
import { find } from './find';
import { forecast } from './forecast';
import { grid } from './grid';
import { growth } from './growth';
import { history } from './history';
import { home } from './home';
import { imports } from './import';
import { issue } from './issue';
import { issueDetail } from './issueDetail';
import { issueFrame } from './issueFrame';
import { job } from './job';
import { kpi } from './kpi';
import { limit } from './limit';
import { looks } from './looks';
import { margins } from './margins';
import { note } from './note';
import { page } from './page';
import { palette } from './palette';
import { pivot } from './pivot';
import { plan } from './plan';
import { proposals } from './proposals';
import { round } from './round';
import { scenario } from './scenario';
import { shape } from './shape';
import { shell } from './shell';
import { sources } from './sources';
import { spread } from './spread';
import { start } from './start';
import { theme } from './theme';
import { unit } from './unit';
import { wizard } from './wizard';
import { words } from './words';
import { workbook } from './workbook';

/** English: the compiler holds it to the keys of the Chinese dictionary. */
export const en: Dictionary = {
  action,
  actionWords,
  chart,
  customers,
  effect,
  find,
  forecast,
  grid,
  growth,
  history,
  home,
  import: imports,
  issue,
  issueDetail,
  issueFrame,
  job,
  kpi,
  margins,
  limit,
  looks,
  note,
  page,
  pivot,
  palette,
  plan,
  proposals,
  round,
  scenario,
  shape,
  shell,
  sources,
  spread,
  start,
  theme,
  unit,
  wizard,
  words,
  workbook,
};

import { action } from './action';
import { actionWords } from './actionWords';
import { chart } from './chart';
import { customers } from './customers';
import { effect } from './effect';
import { forecast } from './forecast';
import { home } from './home';
import { imports } from './import';
import { issue } from './issue';
import { issueDetail } from './issueDetail';
import { issueFrame } from './issueFrame';
import { job } from './job';
import { kpi } from './kpi';
import { page } from './page';
import { pivot } from './pivot';
import { palette } from './palette';
import { plan } from './plan';
import { shell } from './shell';
import { sources } from './sources';
import { start } from './start';
import { theme } from './theme';
import { unit } from './unit';
import { wizard } from './wizard';
import { words } from './words';
import { workbook } from './workbook';

/** The dictionary that sets the shape: every other language has the same subjects and keys. */
export const zhCN = {
  action,
  actionWords,
  chart,
  customers,
  effect,
  forecast,
  home,
  import: imports,
  issue,
  issueDetail,
  issueFrame,
  job,
  kpi,
  page,
  pivot,
  palette,
  plan,
  shell,
  sources,
  start,
  theme,
  unit,
  wizard,
  words,
  workbook,
};

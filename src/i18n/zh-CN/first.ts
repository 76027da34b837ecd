import { action } from './action';
import { actionWords } from './actionWords';
import { chart } from './chart';
import { effect } from './effect';
import { find } from './find';
import { grid } from './grid';
import { growth } from './growth';
import { history } from './history';
import { home } from './home';
import { issue } from './issue';
import { issueDetail } from './issueDetail';
import { issueFrame } from './issueFrame';
import { job } from './job';
import { limit } from './limit';
import { looks } from './looks';
import { margins } from './margins';
import { note } from './note';
import { page } from './page';
import { palette } from './palette';
import { pivot } from './pivot';
import { plan } from './plan';
import { shell } from './shell';
import { spread } from './spread';
import { start } from './start';
import { theme } from './theme';
import { unit } from './unit';
import { wizard } from './wizard';
import { words } from './words';
import { workbook } from './workbook';

/** Words of the first screen: the frame, start, home, the sheet and what may be said over any page. */
export const first = {
  action,
  actionWords,
  chart,
  effect,
  find,
  grid,
  growth,
  history,
  home,
  issue,
  issueDetail,
  issueFrame,
  job,
  margins,
  limit,
  looks,
  note,
  page,
  pivot,
  palette,
  plan,
  shell,
  spread,
  start,
  theme,
  unit,
  wizard,
  words,
  workbook,
};

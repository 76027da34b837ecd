import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { openedPlan } from '~/plan/document';
import { findRows } from '~/plan/views/findRows';
import { rangeSummary } from '~/plan/views/rangeSummary';
import { type Sheet, sheetRows } from '~/plan/views/sheet';
import { openLevel, revealRow } from '~/plan/views/sheetTree';
import { loadReading } from './pinyin';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';
import type { Session } from './session';
import { blockContext } from './sheets';

type Asked = Pick<PlanHostApi, 'revealRow' | 'openLevel' | 'rangeSummary' | 'findRows'>;

/** What is asked of an open sheet beside its rows and numbers. */
export function createSheetQueries({ session }: QueryOptions): Asked {
  const ask = async <T>(id: number, run: (open: Open) => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
    const open = session();
    const plan = open && openedPlan(open.document);
    const sheet = open?.sheets.get(id);
    return open && plan && sheet ? run({ session: open, plan, sheet }) : fail(issue('plan/notOpen'));
  };

  return {
    revealRow: (id, row) =>
      ask(id, ({ session: { document }, sheet }) => {
        revealRow(sheet, row);
        return ok(sheetRows(document, sheet));
      }),
    openLevel: (id, level) =>
      ask(id, ({ session: { document }, sheet }) => {
        openLevel(sheet, level);
        return ok(sheetRows(document, sheet));
      }),
    rangeSummary: (range) =>
      ask(range.sheet, (open) =>
        ok(
          rangeSummary(open.session.document, open.sheet, {
            range,
            context: blockContext(open.session, open.plan, open.sheet),
          }),
        ),
      ),
    findRows: (id, words) =>
      ask(id, async ({ session: { document }, sheet }) =>
        ok(findRows(document, sheet, { words, reading: await loadReading() })),
      ),
  };
}

interface Open {
  session: Session;
  plan: Plan;
  sheet: Sheet;
}

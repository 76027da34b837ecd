import { issue } from '~/domain/issue';
import { fail, type Result } from '~/domain/result';
import { holidaysFromFile, MOST_HOLIDAY_BYTES } from '~/exchange/csv/holidayFile';
import { memberList } from '~/plan/views/memberList';
import { shapePreview } from '~/plan/views/shapePreview';
import { shapeView } from '~/plan/views/shapeView';
import type { PlanHostApi } from './protocol';
import type { QueryOptions } from './queries';
import type { Session } from './session';

type Asked = Pick<PlanHostApi, 'shape' | 'shapePreview' | 'memberList' | 'readHolidays'>;

/** What a plan is made of, its members, and what a change of its shape would do; nothing is changed by it. */
export function createShapeQueries({ session, clock }: QueryOptions): Asked {
  const ask = async <T>(run: (open: Session) => Result<T>): Promise<Result<T>> => {
    const open = session();
    return open ? run(open) : fail(issue('plan/notOpen'));
  };
  return {
    shape: () => ask(({ document }) => shapeView(document)),
    shapePreview: (command) =>
      ask(({ document, steps }) =>
        shapePreview(document, command, { ...clock(), seq: steps.length + 1, batchOf: () => null }),
      ),
    readHolidays: async (file) =>
      file.size > MOST_HOLIDAY_BYTES
        ? fail(issue('holidays/unreadable'))
        : holidaysFromFile(new Uint8Array(await file.arrayBuffer())),
    memberList: (query) => ask(({ document }) => memberList(document, query)),
  };
}

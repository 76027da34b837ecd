import { Show } from 'solid-js';
import { useText } from '../../../components/TextProvider';
import { IssueList } from '../IssueList';
import { markQuestion } from '../markQuestion';
import type { PackDraft } from '../packDraft';

const ASKED: ReadonlySet<string> = new Set(['import/ambiguousDate', 'import/ambiguousNumber']);

/** Why the pack cannot be taken in as it stands. Open questions about dates and numbers are asked where the columns are. */
export function PackProblems(props: { draft: PackDraft }) {
  const { t } = useText();
  const problems = () =>
    [...props.draft.problems(), ...(props.draft.preview()?.issues ?? []), ...openMarks()].filter(
      ({ code }) => !ASKED.has(code) || props.draft.place() === 'all',
    );
  const openMarks = () =>
    props.draft
      .tables()
      .flatMap((table) => markQuestion(table, props.draft.choice(table.id), props.draft.orders()) ?? []);
  const atOpening = () => props.draft.opened()?.issues ?? [];
  return (
    <>
      <Show when={atOpening().length > 0}>
        <section class="import-note import-note--warn">
          <h2 class="type-section">{t('pack.atOpening')}</h2>
          <IssueList issues={atOpening()} />
        </section>
      </Show>
      <Show when={problems().length > 0}>
        <section class="import-note import-note--bad" role="alert">
          <h2 class="type-section">{t('import.cannot')}</h2>
          <IssueList issues={problems()} />
        </section>
      </Show>
    </>
  );
}

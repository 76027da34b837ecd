import { Show } from 'solid-js';
import { useText } from '../../../components/TextProvider';
import { IssueList } from '../IssueList';
import type { PackDraft } from '../packDraft';

/** Why the pack cannot be taken in as it stands. An open question about dates is asked where the columns are. */
export function PackProblems(props: { draft: PackDraft }) {
  const { t } = useText();
  const problems = () =>
    [...props.draft.problems(), ...(props.draft.preview()?.issues ?? [])].filter(
      (issue) => issue.code !== 'import/ambiguousDate' || props.draft.place() === 'all',
    );
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

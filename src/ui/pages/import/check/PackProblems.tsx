import { Show } from 'solid-js';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { withKind } from '../choiceEdits';
import { IssueList } from '../IssueList';
import { isUsed } from '../landing';
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
  /** Targets need a plan with their lines: everything else of the pack need not wait for it. */
  const targets = () => props.draft.choices().filter((choice) => isUsed(choice) && choice.kinds.includes('targets'));
  const isOfTargets = () =>
    targets().length > 0 && (props.draft.preview()?.issues ?? []).some(({ code }) => !ASKED.has(code));
  const leaveTargetsOut = async () => {
    for (const choice of targets()) await props.draft.propose(withKind(choice, 'targets', false));
  };
  /** Told once: what also stands in the way of the import is said there. */
  const atOpening = () =>
    (props.draft.opened()?.issues ?? []).filter(({ code }) => !problems().some((problem) => problem.code === code));
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
          <Show when={isOfTargets()}>
            <Button onClick={() => void leaveTargetsOut()}>{t('pack.withoutTargets')}</Button>
          </Show>
        </section>
      </Show>
    </>
  );
}

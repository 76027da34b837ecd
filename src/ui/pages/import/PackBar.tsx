import { createMemo, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Progress } from '../../components/Progress';
import { useText } from '../../components/TextProvider';
import { asksForLook, isUsed } from './landing';
import { markQuestion } from './markQuestion';
import type { PackDraft } from './packDraft';
import { changesAnything, packTotals } from './packTotals';
import { saveRejected } from './saveRejected';

/** Counts that add up, and the one decision. */
export function PackBar(props: { draft: PackDraft }) {
  const app = useApp();
  const { t, format, issueText } = useText();
  const totals = createMemo(() => {
    const preview = props.draft.preview();
    return preview ? packTotals(preview) : null;
  });
  const job = () => props.draft.running()?.state() ?? null;
  const busy = () => (props.draft.importing() ? t('import.importing') : null);
  const act = () => {
    if (busy()) return t('import.importing');
    const now = totals();
    return now ? t('import.importRows', { n: now.kept }) : t('import.importSome');
  };
  const blocked = () => {
    if (app.status().readOnly) return t('import.readOnly');
    if (busy()) return busy();
    if (!props.draft.choices().some(isUsed)) return t('pack.nothingChosen');
    if (asksForDates(props.draft)) return t('import.waitAnswer');
    if (asksForMark(props.draft)) return t('import.waitMark');
    const now = totals();
    if (now === null || props.draft.running()) return t('import.waitCheck');
    if ((props.draft.preview()?.issues ?? []).length > 0) return t('import.cannot');
    if (changesAnything(now)) return null;
    return now.same > 0 || now.kept > 0 ? t('import.allThere') : issueText({ code: 'import/nothingKept' });
  };
  const look = () =>
    props.draft.choices().filter((choice) => asksForLook(choice, props.draft.certainty(choice.table))).length;
  const save = () => void saveRejected(app, { draft: props.draft, t });
  return (
    <footer class="import-bar">
      <Show when={totals()} fallback={<Waiting draft={props.draft} />}>
        {(now) => (
          <div class="import-bar__counts" classList={{ 'preview--stale': props.draft.running() !== null }}>
            <dl class="import-bar__figures">
              <Figure label={t('import.barIn')} value={format().count(now().rowsIn)} />
              <Figure tone="kept" label={t('pack.state.new')} value={format().count(now().new)} />
              <Show when={now().changed > 0}>
                <Figure tone="kept" label={t('pack.state.changed')} value={format().count(now().changed)} />
              </Show>
              <Show when={now().same > 0}>
                <Figure tone="aside" label={t('pack.state.same')} value={format().count(now().same)} />
              </Show>
              <Show when={now().gone > 0}>
                <Figure tone="reported" label={t('pack.state.gone')} value={format().count(now().gone)} />
              </Show>
              <Figure
                tone={now().troubled > 0 ? 'reported' : 'aside'}
                label={t('import.barReported')}
                value={format().count(now().reported)}
              />
            </dl>
            <div class="import-bar__sum">
              <Shares kept={now().kept} troubled={now().troubled} rowsIn={now().rowsIn} />
              <span class="type-caption">
                {t('import.barSum', { kept: now().kept, reported: now().reported, rowsIn: now().rowsIn })}
              </span>
            </div>
          </div>
        )}
      </Show>
      <Show when={totals() && job()}>
        {(state) => (
          <div class="import-bar__busy">
            <Progress label={t('import.checking')} done={state().done} total={state().total} />
            <Button look="quiet" onClick={() => props.draft.stop()}>
              {t('import.stopCheck')}
            </Button>
          </div>
        )}
      </Show>
      <div class="import-bar__acts">
        <Show when={look() > 0 && props.draft.place() !== 'all'}>
          <span class="tone-warn import-bar__look">{t('pack.lookAt', { n: look() })}</span>
        </Show>
        <Show when={(totals()?.troubled ?? 0) > 0}>
          <Button look="quiet" onClick={save}>
            {t('pack.downloadRejected')}
          </Button>
        </Show>
        <Button blocked={busy()} onClick={() => props.draft.setAtFiles(true)}>
          {t('import.back')}
        </Button>
        <Show
          when={!props.draft.stopped()}
          fallback={
            <Button look="primary" onClick={() => void props.draft.check()}>
              {t('import.checkAgain')}
            </Button>
          }
        >
          <Button look="primary" blocked={blocked()} onClick={() => void props.draft.store()}>
            {act()}
          </Button>
        </Show>
      </div>
    </footer>
  );
}

const asksForDates = (draft: PackDraft) =>
  [...draft.problems(), ...(draft.preview()?.issues ?? [])].some((problem) => problem.code === 'import/ambiguousDate');

const asksForMark = (draft: PackDraft) =>
  draft.tables().some((table) => markQuestion(table, draft.choice(table.id), draft.orders()) !== null);

function Waiting(props: { draft: PackDraft }) {
  const { t, format } = useText();
  const job = () => props.draft.running()?.state() ?? null;
  const words = () => {
    if (props.draft.stopped()) return t('import.stopped');
    if (asksForDates(props.draft)) return t('import.waitAnswer');
    if (props.draft.problems().length > 0) return t('import.cannot');
    const state = job();
    if (!state) return t('import.notChecked');
    if (!state.total) return t('import.checking');
    const far = { done: format().bytes(state.done), total: format().bytes(state.total) };
    return `${t('import.checking')} · ${t('import.checkingBytes', far)}`;
  };
  return (
    <div class="import-bar__waiting" role="status">
      <span>{words()}</span>
      <Show when={job()}>
        {(state) => (
          <div class="import-bar__busy">
            <Progress label={t('import.checking')} done={state().done} total={state().total} />
            <Button look="quiet" onClick={() => props.draft.stop()}>
              {t('import.stopCheck')}
            </Button>
          </div>
        )}
      </Show>
    </div>
  );
}

function Figure(props: { label: string; value: string; tone?: 'kept' | 'reported' | 'aside' }) {
  return (
    <div class="figure">
      <dt class="type-caption figure__label">
        <Show when={props.tone}>
          {(tone) => <span class={`figure__key figure__key--${tone()}`} aria-hidden="true" />}
        </Show>
        {props.label}
      </dt>
      <dd class="figure__value">{props.value}</dd>
    </div>
  );
}

/** Kept, left out on purpose, left out because something is wrong. */
function Shares(props: { kept: number; troubled: number; rowsIn: number }) {
  const { t, format } = useText();
  const shareOf = (rows: number) => (props.rowsIn > 0 ? rows / props.rowsIn : 0);
  const share = () => shareOf(props.kept);
  const troubled = () => shareOf(props.troubled);
  return (
    <svg
      class="shares"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('import.barPicture', { share: format().percent(share()) })}
    >
      <rect class="shares__kept" width={share() * 100} height="8" />
      <rect class="shares__aside" x={share() * 100} width={(1 - share() - troubled()) * 100} height="8" />
      <rect class="shares__reported" x={(1 - troubled()) * 100} width={troubled() * 100} height="8" />
    </svg>
  );
}

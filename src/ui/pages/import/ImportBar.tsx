import { Show } from 'solid-js';
import { CURRENCIES } from '~/domain/money';
import { useApp } from '~/state/app';
import { download } from '~/state/download';
import { Button } from '../../components/Button';
import { Progress } from '../../components/Progress';
import { useText } from '../../components/TextProvider';
import type { ImportDraft } from './importDraft';
import { troubledRows } from './reportGroups';

/** Counts that add up, their total, and the one decision. */
export function ImportBar(props: { draft: ImportDraft }) {
  const app = useApp();
  const { t, format, issueText } = useText();
  const report = () => props.draft.preview()?.report ?? null;
  const job = () => props.draft.running()?.state() ?? null;
  const money = (amount: number) =>
    format().exactMoney(amount, { code: props.draft.currency(), minorUnit: CURRENCIES[props.draft.currency()] });
  const busy = () => (props.draft.importing() ? t('import.importing') : null);
  const act = () => {
    if (busy()) return t('import.importing');
    const now = report();
    return now ? t('import.importRows', { n: now.kept }) : t('import.importSome');
  };
  const blocked = () => {
    if (app.status().readOnly) return t('import.readOnly');
    if (busy()) return busy();
    if (asksForDates(props.draft)) return t('import.waitAnswer');
    const now = report();
    if (now === null || props.draft.running()) return t('import.waitCheck');
    if (now.kept > 0) return null;
    const known = now.byReason['import/alreadyThere'] !== undefined;
    return known ? t('import.allThere') : issueText({ code: 'import/nothingKept' });
  };
  const save = async () => {
    const [draft, now] = [props.draft.opened()?.draft, report()];
    if (draft === undefined || !now) return;
    const reasons = Object.fromEntries(
      Object.keys(now.byReason).map((code) => [code, t.find(`issue.${code}`) ?? code]),
    );
    const words = { file: t('import.fileHead'), row: t('import.row'), reason: t('import.reason'), reasons };
    const csv = await app.attempt(app.host.reportedRows(draft, words));
    if (csv !== null) download(t('import.downloadName'), csv, 'text/csv;charset=utf-8');
  };
  return (
    <footer class="import-bar">
      <Show when={report()} fallback={<Waiting draft={props.draft} />}>
        {(now) => (
          <div class="import-bar__counts" classList={{ 'preview--stale': props.draft.running() !== null }}>
            <dl class="import-bar__figures">
              <Figure label={t('import.barIn')} value={format().count(now().rowsIn)} />
              <Figure tone="kept" label={t('import.barKept')} value={format().count(now().kept)} />
              <Figure
                tone={troubledRows(now()) > 0 ? 'reported' : 'aside'}
                label={t('import.barReported')}
                value={format().count(now().reported)}
              />
              <Figure label={t('import.barAmount')} value={money(now().amount)} />
            </dl>
            <div class="import-bar__sum">
              <Shares kept={now().kept} troubled={troubledRows(now())} rowsIn={now().rowsIn} />
              <span class="type-caption">
                {t('import.barSum', { kept: now().kept, reported: now().reported, rowsIn: now().rowsIn })}
              </span>
            </div>
          </div>
        )}
      </Show>
      <Show when={report() && job()}>
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
        <Show when={(report()?.reported ?? 0) > 0}>
          <Button look="quiet" onClick={() => void save()}>
            {t('import.download', { n: props.draft.preview()?.downloadable ?? 0 })}
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

const asksForDates = (draft: ImportDraft) =>
  draft.problems().some((problem) => problem.code === 'import/ambiguousDate');

function Waiting(props: { draft: ImportDraft }) {
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

import { Show } from 'solid-js';
import type { ChangeLine } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Table, type TableColumn } from '../../components/Table';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { changeText } from './changeText';

const SHOWN = 8;

/** What was done lately; the newest change that can be taken back has its button here. */
export function HomeChanges(props: { changes: readonly ChangeLine[] }) {
  const app = useApp();
  const { t, format, language, issueText } = useText();
  const money = useMoney();
  const text = (line: ChangeLine) => {
    // Read so that every line follows the language.
    language();
    const year = app.status().plan?.periods.map(({ id }) => id) ?? [];
    return changeText(line, { t, format: format(), money: money.show, year, now: new Date() });
  };
  const blocked = () => (app.status().readOnly === null ? null : issueText({ code: 'plan/readOnly' }));
  const isNewest = (line: ChangeLine) => !line.undone && app.status().undo?.seq === line.seq;
  const hasUndo = () => props.changes.slice(0, SHOWN).some((line) => line.undone || isNewest(line));
  const undoColumn = (): TableColumn<ChangeLine, string> => ({
    id: 'undo',
    head: t('home.undoHead'),
    number: true,
    cell: (line) => (
      <Show when={isNewest(line)} fallback={<span class="faint">{line.undone ? t('home.undone') : ''}</span>}>
        <Button look="link" blocked={blocked()} onClick={() => void app.undo()}>
          {t('home.undo')}
        </Button>
      </Show>
    ),
  });
  const columns = (): TableColumn<ChangeLine, string>[] => [
    { id: 'when', head: t('home.when'), cell: (line) => <span class="quiet">{text(line).when}</span> },
    ...(props.changes.some(({ who }) => who !== '')
      ? [{ id: 'who', head: t('home.who'), cell: (line: ChangeLine) => line.who }]
      : []),
    { id: 'where', head: t('home.where'), cell: (line) => text(line).where },
    {
      id: 'value',
      head: t('home.value'),
      number: true,
      cell: (line) => <span class="strong">{text(line).value}</span>,
    },
    { id: 'what', head: t('home.what'), cell: (line) => <span class="home-changes__what">{text(line).what}</span> },
    ...(hasUndo() ? [undoColumn()] : []),
  ];
  return (
    <section class="home-changes" aria-labelledby="home-changes">
      <h2 id="home-changes" class="type-section">
        {t('home.changes')}
      </h2>
      <Show when={props.changes.length > 0} fallback={<p class="home-none">{t('home.noChanges')}</p>}>
        <div class="home-changes__table">
          <Table label={t('home.changes')} columns={columns()} rows={props.changes.slice(0, SHOWN)} />
        </div>
      </Show>
    </section>
  );
}

import { createSignal, For, Match, Show, Switch } from 'solid-js';
import type { PackTable, TableChoice } from '~/domain/packView';
import type { SourceKind } from '~/domain/source';
import { useApp } from '~/state/app';
import { Later } from '../../../components/Later';
import { Segment } from '../../../components/Segment';
import { Tabs } from '../../../components/Tabs';
import { useText } from '../../../components/TextProvider';
import { PackProblems } from '../check/PackProblems';
import { DateQuestion } from '../DateQuestion';
import { RowsPane } from '../fix/RowsPane';
import { IssueList } from '../IssueList';
import { isUsed } from '../landing';
import { MarkQuestion } from '../MarkQuestion';
import { markQuestion } from '../markQuestion';
import type { OrderReading } from '../orderReading';
import type { PackDraft } from '../packDraft';
import { UnmatchedNames } from '../UnmatchedNames';
import { unknownNames } from '../unknownNames';
import { useKindWords } from '../useKindWords';
import { WorkspaceFields } from '../WorkspaceFields';
import { KindColumns } from './KindColumns';
import { KindPicker } from './KindPicker';
import { KindUnmatched } from './KindUnmatched';
import { MergePanel } from './MergePanel';
import { OrderColumns } from './OrderColumns';
import { ReadingPanel } from './ReadingPanel';

const ASKED: ReadonlySet<string> = new Set(['import/ambiguousDate', 'import/ambiguousNumber']);

const PARTS = ['columns', 'reading', 'merge'] as const;
type Part = (typeof PARTS)[number];

export interface TablePaneProps {
  draft: PackDraft;
  orders: OrderReading;
  table: PackTable;
  choice: TableChoice;
}

/** One table: left what it is and how it is read, right its rows as they would come in. */
export function TablePane(props: TablePaneProps) {
  const app = useApp();
  const { t } = useText();
  const words = useKindWords();
  const [wanted, setWanted] = createSignal<Part>('columns');
  const [wantedKind, setWantedKind] = createSignal<SourceKind | null>(null);
  const kinds = () => props.choice.kinds;
  const kind = (): SourceKind | null => kinds().find((one) => one === wantedKind()) ?? kinds()[0] ?? null;
  const parts = () => PARTS.filter((part) => part !== 'merge' || kind() !== null);
  const part = () => parts().find((one) => one === wanted()) ?? 'columns';
  const atReading = () => (props.table.format.dateOrder === null ? props.table.issues : []);
  /** Dates of this table that can be read in two ways. */
  const question = () =>
    [...props.draft.problems(), ...(props.draft.preview()?.issues ?? []), ...atReading()].find(
      ({ code, place }) =>
        code === 'import/ambiguousDate' && (place?.file === undefined || place.file === props.table.file),
    );
  /** What is asked on its own is not told as well, nor that its cells are in doubt. */
  const told = () => {
    const asked = props.table.issues.filter(({ code }) => ASKED.has(code)).map(({ place }) => place?.column);
    return props.table.issues.filter(
      ({ code, place }) => !ASKED.has(code) && (code !== 'import/doubtfulCells' || !asked.includes(place?.column)),
    );
  };
  const unmatched = () => {
    const preview = props.draft.preview();
    return preview ? unknownNames(preview, props.table.id) : [];
  };
  return (
    <div class="import__work">
      <div class="import__left">
        <Show when={!app.status().workspace}>
          <WorkspaceFields draft={props.draft} />
        </Show>
        <KindPicker draft={props.draft} choice={props.choice} />
        <MarkQuestion
          issue={markQuestion(props.table, props.choice, props.draft.orders())}
          onChoose={(decimalMark) => void props.draft.readAgain(props.table.id, { decimalMark })}
        />
        <Show when={told().length > 0}>
          <div class="import-note import-note--warn">
            <IssueList issues={told()} />
          </div>
        </Show>
        <Tabs<Part>
          label={props.table.id}
          tabs={parts().map((id) => ({ id, label: t(`pack.part.${id}`) }))}
          value={part()}
          onChange={setWanted}
        />
        <Show when={kinds().length > 1 && part() !== 'reading'}>
          <Segment<string>
            label={t('pack.readAs')}
            value={kind() ?? ''}
            options={kinds().map((one) => ({ value: one as string, label: words.kind(one) }))}
            onChange={(next) => setWantedKind(kinds().find((one) => one === next) ?? null)}
          />
        </Show>
        <Switch>
          <Match when={part() === 'reading'}>
            <ReadingPanel draft={props.draft} table={props.table} />
          </Match>
          <Match when={part() === 'merge' && kind()}>
            {(one) => <MergePanel draft={props.draft} choice={props.choice} kind={one()} />}
          </Match>
          <Match when={kind() === 'orders'}>
            <OrderColumns orders={props.orders} />
          </Match>
          <Match when={kind()}>
            {(one) => (
              <>
                <KindColumns draft={props.draft} table={props.table} choice={props.choice} kind={one()} />
                <DateQuestion
                  column={question()?.place?.column ?? ''}
                  cells={[String(question()?.params?.value ?? '')]}
                  open={question() !== undefined}
                  chosen={props.table.format.dateOrder}
                  onChoose={(dateOrder) => void props.draft.readAgain(props.table.id, { dateOrder })}
                />
              </>
            )}
          </Match>
          <Match when={props.choice.use === 'lookup'}>
            <p class="type-lead">{t('pack.isLookup')}</p>
          </Match>
          <Match when={!isUsed(props.choice)}>
            <p class="type-lead">
              {props.table.leftOutBecause ? t(`pack.leftOutText.${props.table.leftOutBecause}`) : t('pack.isIgnored')}
            </p>
          </Match>
        </Switch>
      </div>
      <div class="import__right">
        <PackProblems draft={props.draft} />
        <Show when={kind()} fallback={<SampleRows table={props.table} />}>
          {(one) => (
            <>
              <Show when={kinds().includes('orders')}>
                <UnmatchedNames draft={props.orders} />
              </Show>
              <KindUnmatched draft={props.draft} unmatched={unmatched()} />
              <Later>
                <RowsPane
                  draft={props.draft}
                  orders={props.orders}
                  table={props.table}
                  choice={props.choice}
                  kind={one()}
                />
              </Later>
            </>
          )}
        </Show>
      </div>
    </div>
  );
}

/** What scrolls sideways must be reachable without a mouse. */
const scrollsByKeys = (element: HTMLElement): void => {
  element.tabIndex = 0;
};

/** The first rows of a table that brings no rows of its own. */
function SampleRows(props: { table: PackTable }) {
  const { t } = useText();
  return (
    <section class="section">
      <h2 class="type-section">{t('import.findingFirst')}</h2>
      <section class="preview__scroll" ref={scrollsByKeys} aria-label={t('import.findingFirst')}>
        <table class="table sample">
          <caption class="unseen">{t('import.findingFirst')}</caption>
          <thead>
            <tr>
              <For each={props.table.headers}>{(header) => <th scope="col">{header}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.table.sample.slice(0, 20)}>
              {(row) => (
                <tr>
                  <For each={row}>
                    {(cell) => (
                      <td class="sample__cell" title={cell}>
                        {cell}
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </section>
  );
}

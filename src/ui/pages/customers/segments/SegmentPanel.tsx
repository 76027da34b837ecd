import { Match, Show, Switch } from 'solid-js';
import type { Division, Segmentation } from '~/domain/segmentation';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Segment } from '../../../components/Segment';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import type { SegmentsState } from './createSegments';
import { MatrixEditor } from './MatrixEditor';
import { PartEditor } from './PartEditor';
import { proposedDivision, SIZE } from './proposals';
import { RuleEditor } from './RuleEditor';
import { draftFault } from './segmentDraft';

/** The division at the left: name, way, its rules, and the decision at the bottom. */
export function SegmentPanel(props: { state: SegmentsState; current: Segmentation }) {
  const app = useApp();
  const { t } = useText();
  const columns = () => props.state.choices()?.columns ?? [];
  const division = () => props.current.division;
  const blocked = () => {
    if (!props.state.changed()) return t('segment.unchanged');
    if (app.status().readOnly) return t('segment.readOnly');
    const fault = draftFault(props.current);
    return fault === null ? null : t(`segment.${fault}`);
  };
  const kinds: Division['kind'][] = ['rules', 'quantiles', 'matrix'];
  const start = (kind: Division['kind']) => {
    const fallback: Division = { kind: 'matrix', rows: { kind: 'class', of: 'stage' }, columns: SIZE };
    const proposal = kind === 'rules' ? 'blank' : kind === 'quantiles' ? 'size' : 'regionSize';
    const next = proposedDivision(proposal, columns(), t);
    const equal: Division = { kind: 'quantiles', column: SIZE, parts: 3, names: [] };
    props.state.divide(next ?? (kind === 'quantiles' ? equal : fallback));
  };
  return (
    <div class="rule">
      <div class="rule__body">
        <TextField
          label={t('segment.name')}
          value={props.current.name}
          onInput={(name) => props.state.edit({ ...props.current, name })}
        />
        <div class="segment-kind">
          <span class="field__label">{t('segment.kind')}</span>
          <Segment
            label={t('segment.kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`segment.${kind}`) }))}
            value={division().kind}
            onChange={start}
          />
        </div>
        <Switch>
          <Match when={asRules(division())}>
            {(rules) => (
              <RuleEditor
                division={rules()}
                columns={columns()}
                view={props.state.view()}
                stale={props.state.stale()}
                onChange={props.state.divide}
              />
            )}
          </Match>
          <Match when={asParts(division())}>
            {(parts) => <PartEditor division={parts()} columns={columns()} onChange={props.state.divide} />}
          </Match>
          <Match when={asMatrix(division())}>
            {(matrix) => <MatrixEditor division={matrix()} columns={columns()} onChange={props.state.divide} />}
          </Match>
        </Switch>
      </div>
      <div class="rule__decision">
        <Button look="primary" blocked={blocked()} onClick={() => void props.state.save()}>
          {t(props.state.saved() ? 'segment.save' : 'segment.saveNew')}
        </Button>
        <Show when={props.state.changed()}>
          <span class="faint">{t('segment.unsaved')}</span>
        </Show>
        <Button
          look="quiet"
          class="rule__reset"
          blocked={props.state.changed() ? null : t('segment.unchanged')}
          onClick={() => props.state.reset()}
        >
          {t('segment.reset')}
        </Button>
      </div>
    </div>
  );
}

type Of<K extends Division['kind']> = Extract<Division, { kind: K }>;
const asRules = (division: Division): Of<'rules'> | null => (division.kind === 'rules' ? division : null);
const asParts = (division: Division): Of<'quantiles'> | null => (division.kind === 'quantiles' ? division : null);
const asMatrix = (division: Division): Of<'matrix'> | null => (division.kind === 'matrix' ? division : null);

import { createEffect, createSignal, on, Show } from 'solid-js';
import type { Command } from '~/domain/command';
import type { DimensionSpread, ShapeView } from '~/domain/shape';
import { dimensionName } from '../../../components/dimensionName';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { dimensionId } from './dimensionId';
import { MemberPick } from './MemberPick';
import { namedWeights } from './namedWeights';
import { ShapeDialog } from './ShapeDialog';

export interface AddDimensionDialogProps {
  open: boolean;
  shape: ShapeView;
  onClose(): void;
}

type Kind = DimensionSpread['kind'];
const OWN = 'own';

/** A dimension of the data, or one of one's own; and how what is planned is laid on its members. */
export function AddDimensionDialog(props: AddDimensionDialogProps) {
  const { t } = useText();
  const [chosen, setChosen] = createSignal<string>('');
  const [title, setTitle] = createSignal('');
  const [names, setNames] = createSignal('');
  const [kind, setKind] = createSignal<Kind>('history');
  const [member, setMember] = createSignal<number | null>(0);
  const free = () => props.shape.dimensions.filter((row) => !row.inPlan);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setChosen(free()[0]?.id ?? OWN);
        setTitle('');
        setNames('');
        setKind(free().length > 0 ? 'history' : 'weights');
        setMember(0);
      },
    ),
  );
  const command = (): Command | null => {
    if (chosen() !== OWN) {
      const code = member();
      if (kind() === 'member') {
        return code === null
          ? null
          : { name: 'dimensions/add', dimension: chosen(), spread: { kind: 'member', member: code } };
      }
      return { name: 'dimensions/add', dimension: chosen(), spread: { kind: 'history' } };
    }
    const named = namedWeights(names());
    if (title().trim() === '' || named === null) return null;
    return {
      name: 'dimensions/add',
      dimension: dimensionId(title(), props.shape),
      title: title().trim(),
      members: named.map(({ name }) => name),
      // Members are counted in the order they are named, from 1 on.
      spread: { kind: 'weights', weights: named.map(({ weight }, index) => ({ member: index + 1, weight })) },
    };
  };
  return (
    <ShapeDialog
      open={props.open}
      title={t('shape.addDo')}
      lead={t('shape.addLead')}
      command={command()}
      missing={t('shape.addMissing')}
      apply={t('shape.addDo')}
      onClose={props.onClose}
    >
      <Select
        label={t('words.dimension')}
        value={chosen()}
        options={[
          ...free().map((row) => ({ value: row.id as string, label: row.title || dimensionName(t, row.id) })),
          { value: OWN, label: t('shape.ownDimension') },
        ]}
        onChange={setChosen}
      />
      <Show
        when={chosen() === OWN}
        fallback={
          <>
            <Segment<Kind>
              label={t('shape.spreadBy')}
              value={kind()}
              options={[
                { value: 'history', label: t('shape.byHistory') },
                { value: 'member', label: t('shape.byMember') },
              ]}
              onChange={setKind}
            />
            <Show when={kind() === 'member'}>
              <MemberPick
                label={t('shape.allTo')}
                dimension={chosen()}
                value={member()}
                none={t('words.unassigned')}
                onChange={setMember}
              />
            </Show>
          </>
        }
      >
        <TextField label={t('shape.dimensionName')} value={title()} onInput={setTitle} />
        <TextField label={t('shape.memberNames')} hint={t('shape.weightsHint')} value={names()} onInput={setNames} />
      </Show>
    </ShapeDialog>
  );
}

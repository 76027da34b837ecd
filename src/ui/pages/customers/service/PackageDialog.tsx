import { createEffect, createSignal, on } from 'solid-js';
import { LIFECYCLE_STAGES, type LifecycleStage } from '~/domain/segmentation';
import type { ServicePackage } from '~/domain/service';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';

type Tier = 'A' | 'B' | 'C' | 'any';
type Stage = LifecycleStage | 'any';

export interface PackageDialogProps {
  of: ServicePackage | 'new' | null;
  packages: readonly ServicePackage[];
  onClose: () => void;
}

const FRESH: ServicePackage = {
  id: '',
  name: '',
  tier: null,
  stage: null,
  cadenceDays: 30,
  responseHours: 8,
  closeDays: 5,
  hoursPerVisit: 1,
  costPerYear: 0,
};

/** What customers of a tier and stage get. A tier and stage that has a package already is said before it is saved. */
export function PackageDialog(props: PackageDialogProps) {
  const app = useApp();
  const { t, issueText } = useText();
  const [draft, setDraft] = createSignal<ServicePackage>(FRESH);
  const put = (more: Partial<ServicePackage>) => setDraft({ ...draft(), ...more });
  createEffect(
    on(
      () => props.of,
      (of) => {
        if (of === null) return;
        const { id, name, tier, stage, cadenceDays, responseHours, closeDays, hoursPerVisit, costPerYear } =
          of === 'new' ? FRESH : of;
        setDraft({ id, name, tier, stage, cadenceDays, responseHours, closeDays, hoursPerVisit, costPerYear });
      },
    ),
  );
  const isTaken = () =>
    props.packages.some(({ id, tier, stage }) => id !== draft().id && tier === draft().tier && stage === draft().stage);
  const blocked = () => {
    if (app.status().readOnly) return t('service.readOnly');
    return isTaken() ? issueText({ code: 'service/duplicate' }) : null;
  };
  const scale = () => 10 ** (app.status().workspace?.minorUnit ?? 2);
  const save = async () => {
    const done = await app.run({ name: 'service/setPackage', package: draft() });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.of !== null}
      onClose={props.onClose}
      title={props.of === 'new' ? t('service.packages.addTitle') : t('service.packages.editTitle')}
      lead={isTaken() ? issueText({ code: 'service/duplicate' }) : t('service.packages.caption')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('service.save')}
          </Button>
        </>
      }
    >
      <TextField label={t('service.packages.name')} value={draft().name} onInput={(name) => put({ name })} />
      <div>
        <Segment<Tier>
          label={t('service.tier')}
          options={(['A', 'B', 'C', 'any'] as const).map((value) => ({
            value,
            label: value === 'any' ? t('service.packages.anyTier') : value,
          }))}
          value={draft().tier ?? 'any'}
          onChange={(tier) => put({ tier: tier === 'any' ? null : tier })}
        />
      </div>
      <Select<Stage>
        label={t('service.packages.stage')}
        options={(['any', ...LIFECYCLE_STAGES] as const).map((value) => ({
          value,
          label: value === 'any' ? t('service.packages.anyStage') : t(`service.stageName.${value}`),
        }))}
        value={draft().stage ?? 'any'}
        onChange={(stage) => put({ stage: stage === 'any' ? null : stage })}
      />
      <div class="service-fields">
        <NumberField
          label={t('service.packages.cadence')}
          unit={t('service.days')}
          min={1}
          max={730}
          value={draft().cadenceDays}
          onChange={(value) => put({ cadenceDays: value ?? FRESH.cadenceDays })}
        />
        <NumberField
          label={t('service.packages.response')}
          unit={t('service.hours')}
          min={0}
          value={draft().responseHours}
          onChange={(value) => put({ responseHours: value ?? 0 })}
        />
        <NumberField
          label={t('service.packages.close')}
          unit={t('service.days')}
          min={0}
          value={draft().closeDays}
          onChange={(value) => put({ closeDays: value ?? 0 })}
        />
        <NumberField
          label={t('service.packages.perVisit')}
          unit={t('service.hours')}
          decimals={1}
          min={0}
          value={draft().hoursPerVisit}
          onChange={(value) => put({ hoursPerVisit: value ?? 0 })}
        />
        <NumberField
          label={t('service.packages.cost')}
          unit={app.status().workspace?.currency ?? 'CNY'}
          decimals={app.status().workspace?.minorUnit ?? 2}
          min={0}
          value={draft().costPerYear / scale()}
          onChange={(value) => put({ costPerYear: Math.round((value ?? 0) * scale()) })}
        />
      </div>
    </Dialog>
  );
}

import { createEffect, createSignal, on } from 'solid-js';
import { type Day, dayOfIsoDate } from '~/domain/period';
import type { ComplaintRow, ComplaintState } from '~/domain/serviceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Segment } from '../../../components/Segment';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { dayText } from './dayText';
import { MemberField } from './MemberField';

/** A complaint that is there, or a new one. */
export type Edited = ComplaintRow | 'new';

interface Draft {
  key: string;
  customer: number | null;
  product: number | null;
  day: string;
  subject: string;
  owner: string;
  state: ComplaintState;
  deadline: string;
  closed: string;
}

const STATES: readonly ComplaintState[] = ['open', 'working', 'closed'];

/** One complaint: received, changed, or closed. */
export function ComplaintDialog(props: { of: Edited | null; on: Day; onClose: () => void }) {
  const app = useApp();
  const { t } = useText();
  const [draft, setDraft] = createSignal<Draft>(draftOf('new', 0));
  const put = (more: Partial<Draft>) => setDraft({ ...draft(), ...more });
  createEffect(
    on(
      () => props.of,
      (of) => of && setDraft(draftOf(of, props.on)),
    ),
  );
  const known = () => (props.of === null || props.of === 'new' ? null : props.of);
  const isEarly = () => draft().closed !== '' && (dayOfIsoDate(draft().closed) ?? 0) < (dayOfIsoDate(draft().day) ?? 0);
  const blocked = () => {
    if (app.status().readOnly) return t('service.readOnly');
    if (draft().key.trim() === '') return t('service.complaints.keyMissing');
    if (draft().customer === null) return t('service.complaints.customerMissing');
    if (dayOfIsoDate(draft().day) === null) return t('service.complaints.dayMissing');
    return isEarly() ? t('service.complaints.closedEarly') : null;
  };
  const setState = (state: ComplaintState) =>
    put({ state, closed: state === 'closed' ? draft().closed || dayText(props.on) : '' });
  const save = async () => {
    const { key, customer, product, day, subject, owner, state, deadline, closed } = draft();
    const done = await app.run({
      name: 'facts/put',
      kind: 'complaints',
      rows: [
        {
          key: known()?.key ?? null,
          values: {
            key: key.trim(),
            customer,
            product,
            day: dayOfIsoDate(day),
            subject: subject.trim() || null,
            owner: owner.trim() || null,
            state,
            deadline: dayOfIsoDate(deadline),
            closed: dayOfIsoDate(closed),
          },
        },
      ],
    });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.of !== null}
      onClose={props.onClose}
      title={
        known() ? t('service.complaints.editTitle', { key: known()?.number ?? '' }) : t('service.complaints.addTitle')
      }
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('service.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('service.complaints.key')}
        value={draft().key}
        readOnly={known() !== null}
        onInput={(key) => put({ key })}
      />
      <MemberField
        label={t('service.customer')}
        dimension="customer"
        name={known()?.customerName ?? ''}
        onMember={(customer) => put({ customer })}
      />
      <MemberField
        label={t('service.product')}
        dimension="product"
        name={known()?.productName ?? ''}
        onMember={(product) => put({ product })}
      />
      <TextField
        label={t('service.complaints.subject')}
        value={draft().subject}
        onInput={(subject) => put({ subject })}
      />
      <TextField label={t('service.complaints.owner')} value={draft().owner} onInput={(owner) => put({ owner })} />
      <TextField
        label={t('service.complaints.received')}
        type="date"
        value={draft().day}
        onInput={(day) => put({ day })}
      />
      <TextField
        label={t('service.complaints.deadline')}
        hint={t('service.complaints.deadlineHint')}
        type="date"
        value={draft().deadline}
        onInput={(deadline) => put({ deadline })}
      />
      <div>
        <Segment<ComplaintState>
          label={t('service.complaints.stateHead')}
          options={STATES.map((value) => ({ value, label: t(`service.complaints.state.${value}`) }))}
          value={draft().state}
          onChange={setState}
        />
      </div>
      <TextField
        label={t('service.complaints.closed')}
        type="date"
        value={draft().closed}
        error={isEarly() ? t('service.complaints.closedEarly') : null}
        onInput={(closed) => put({ closed, state: closed === '' ? draft().state : 'closed' })}
      />
    </Dialog>
  );
}

const draftOf = (of: Edited, today: Day): Draft =>
  of === 'new'
    ? {
        key: '',
        customer: null,
        product: null,
        day: dayText(today),
        subject: '',
        owner: '',
        state: 'open',
        deadline: '',
        closed: '',
      }
    : {
        key: of.number,
        customer: of.customer,
        product: of.product === 0 ? null : of.product,
        day: dayText(of.day),
        subject: of.subject,
        owner: of.owner,
        state: of.state,
        deadline: of.ownDeadline ? dayText(of.deadline) : '',
        closed: dayText(of.closed),
      };

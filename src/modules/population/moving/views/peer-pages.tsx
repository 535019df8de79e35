import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  EmptyState,
  LinkButton,
  Section,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { movingPaths } from '../../paths.ts'
import type { Peer } from '../queries/peers.ts'
import { movingTexts } from '../texts.ts'
import { MovingFrame, type MovingPage, useMovingErrors } from './frame.tsx'

const tones = { waiting: 'soon', active: 'good', suspended: 'late' } as const

export function PeerListPage(
  props: MovingPage & { readonly peers: readonly Peer[]; readonly ownFingerprint: string; readonly zone: Zone },
) {
  const { locale } = useFrame()
  const t = movingTexts(locale)
  return (
    <MovingFrame
      {...props}
      title={t('peers')}
      lead={t('peers-lead')}
      actions={
        <LinkButton href={movingPaths.addPeer} icon="plus" small>
          {t('add-peer')}
        </LinkButton>
      }
    >
      <Table
        caption={t('peers')}
        captionHidden
        dense
        rows={props.peers}
        rowKey={(peer) => peer.regionCode}
        rowHref={(peer) => movingPaths.peer(peer.regionCode)}
        empty={<EmptyState title={t('peers-empty')}>{t('peers-empty-help')}</EmptyState>}
        columns={[
          { key: 'name', label: t('name'), header: true, cell: (peer) => peer.name },
          { key: 'code', label: t('peer-code'), cell: (peer) => peer.regionCode },
          { key: 'address', label: t('address'), cell: (peer) => peer.baseUrl },
          {
            key: 'state',
            label: t('state'),
            cell: (peer) => <StatusTag tone={tones[peer.state]}>{t(`peer-state-${peer.state}`)}</StatusTag>,
          },
          { key: 'changed', label: t('changed'), cell: (peer) => formatShort(peer.changedAt, locale, props.zone) },
        ]}
      />
      <Section title={t('own-title')} id="sidik">
        <p class="hint">{t('own-lead')}</p>
        <p>
          <strong>{props.ownFingerprint}</strong>
        </p>
      </Section>
    </MovingFrame>
  )
}

export function AddPeerPage(props: MovingPage) {
  const t = movingTexts(useFrame().locale)
  const errors = useMovingErrors(props)
  return (
    <MovingFrame {...props} title={t('add-peer')} breadcrumb={[{ label: t('peers'), href: movingPaths.peers }]}>
      <div class="form-page">
        <form method="post" action={movingPaths.addPeer} novalidate>
          <CsrfField />
          <TextField
            name="baseUrl"
            label={t('address')}
            hint={t('address-hint')}
            type="url"
            value={props.form.get('baseUrl')}
            error={errors.of('baseUrl')}
            maxLength={200}
            autocomplete="off"
          />
          <ButtonRow>
            <Button>{t('add-peer')}</Button>
          </ButtonRow>
        </form>
      </div>
    </MovingFrame>
  )
}

export function PeerPage(props: MovingPage & { readonly peer: Peer; readonly zone: Zone }) {
  const { locale } = useFrame()
  const t = movingTexts(locale)
  const { peer, form, zone } = props
  const errors = useMovingErrors(props)
  const when = (by: string, at: Temporal.Instant) => `${by}, ${formatShort(at, locale, zone)}`
  const acts = (
    <>
      {peer.state !== 'active' && (
        <Section title={t('verify-title')} id="cocokkan">
          <p class="hint">{t('verify-lead')}</p>
          <form method="post" action={movingPaths.peerAct(peer.regionCode, 'cocokkan')} novalidate>
            <CsrfField />
            <TextField
              name="heard"
              label={t('heard')}
              inputMode="numeric"
              value={form.get('heard')}
              error={errors.of('heard')}
              maxLength={60}
              autocomplete="off"
            />
            <ButtonRow>
              <Button>{t('verify')}</Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      {peer.state !== 'suspended' && (
        <Section title={t('suspend-title')} id="hentikan">
          <form method="post" action={movingPaths.peerAct(peer.regionCode, 'hentikan')} novalidate>
            <CsrfField />
            <TextArea
              name="reason"
              label={t('why-label')}
              rows={2}
              maxLength={300}
              value={form.get('reason')}
              error={errors.of('reason')}
            />
            <ButtonRow>
              <Button variant="danger">{t('suspend')}</Button>
            </ButtonRow>
          </form>
        </Section>
      )}
    </>
  )
  return (
    <MovingFrame {...props} title={peer.name} breadcrumb={[{ label: t('peers'), href: movingPaths.peers }]}>
      <Columns aside={acts}>
        <SummaryList
          dense
          rows={[
            {
              term: t('state'),
              value: <StatusTag tone={tones[peer.state]}>{t(`peer-state-${peer.state}`)}</StatusTag>,
            },
            ...(peer.stateReason ? [{ term: t('reason'), value: peer.stateReason }] : []),
            { term: t('peer-code'), value: peer.regionCode },
            { term: t('address'), value: peer.baseUrl },
            // Who compares hears it; only afterwards is it shown, so that nobody copies it.
            ...(peer.state === 'active' ? [{ term: t('fingerprint'), value: peer.fingerprint }] : []),
            { term: t('added'), value: when(peer.addedBy, peer.addedAt) },
            { term: t('changed-by'), value: when(peer.changedBy, peer.changedAt) },
          ]}
        />
      </Columns>
    </MovingFrame>
  )
}

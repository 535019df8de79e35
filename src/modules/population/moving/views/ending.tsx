import { formatDay } from '#kernel/i18n/format.ts'
import { fillText } from '#kernel/i18n/texts.ts'
import { Button, ButtonRow, CsrfField, Radios, Section, useFrame } from '#ui/index.ts'
import { movingPaths } from '../../paths.ts'
import { movingTexts } from '../texts.ts'
import { useMovingErrors } from './frame.tsx'
import { ReasonForm } from './reason-form.tsx'
import type { TransferPageProps } from './transfer-page.tsx'

/** What two officers do about a move that was taken back and never answered. */
export function Ending(props: TransferPageProps) {
  const { locale } = useFrame()
  const t = movingTexts(locale)
  const { ending, transfer } = props
  if (!ending) return null
  const { proposal } = transfer
  return (
    <Section title={t(proposal ? 'end-proposed' : 'end-title')} id="akhiri">
      {proposal && (
        <p>
          {fillText(t('end-proposed-by'), {
            name: proposal.by,
            what: t(`end-as-${proposal.endAs}`).toLowerCase(),
            why: proposal.reason,
          })}
        </p>
      )}
      {proposal && ending.mayConfirm && <Confirm {...props} />}
      {proposal && !ending.mayConfirm && <p class="hint">{t('end-others')}</p>}
      {!proposal && !ending.mayPropose && (
        <p class="hint">{fillText(t('end-wait'), { day: formatDay(ending.from, locale) })}</p>
      )}
      {!proposal && ending.mayPropose && <Propose {...props} />}
    </Section>
  )
}

function Confirm(props: TransferPageProps) {
  const t = movingTexts(useFrame().locale)
  return (
    <>
      <form method="post" action={movingPaths.act(props.transfer.id, 'sahkan-akhir')}>
        <CsrfField />
        <ButtonRow>
          <Button>{t('end-confirm')}</Button>
        </ButtonRow>
      </form>
      <ReasonForm {...props} verb="tolak-akhir" submit={t('end-reject')} variant="secondary" />
    </>
  )
}

function Propose(props: TransferPageProps) {
  const t = movingTexts(useFrame().locale)
  const errors = useMovingErrors(props)
  return (
    <>
      <p class="hint">{t('end-lead')}</p>
      <ReasonForm
        {...props}
        verb="usulkan-akhir"
        label={t('end-why')}
        rows={3}
        submit={t('end-propose')}
        variant="danger"
      >
        <Radios
          name="endAs"
          label={t('end-as')}
          value={props.form.get('endAs') || 'stay'}
          error={errors.of('endAs')}
          options={[
            { value: 'stay', label: t('end-as-stay') },
            { value: 'gone', label: t('end-as-gone') },
          ]}
        />
      </ReasonForm>
    </>
  )
}

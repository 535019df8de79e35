import type { ComponentChildren, JSX } from 'preact'
import { isPermitted } from '#kernel/access/access.ts'
import { formatNumber } from '#kernel/i18n/format.ts'
import { Button, ButtonRow, type ButtonVariant, CsrfField, LinkButton, Notice, Section, TextArea } from '#ui/index.ts'
import { importPaths } from '../paths.ts'
import { importTexts } from '../texts/desk.ts'
import { mayPrepare, type OneProps } from './import-page.tsx'

interface DecisionProps extends OneProps {
  readonly errorOf: (name: string) => string | undefined
}

/** What this official may do with the import now. */
export function Decision(props: DecisionProps) {
  const { one, locale, actor } = props
  const t = importTexts(locale)
  const prepares = mayPrepare(actor, one)
  const approves = isPermitted(actor, 'population-import.approve', { unitPath: one.unitPath })
  const good = {
    families: formatNumber(one.counts?.families.good ?? 0, locale),
    people: formatNumber(one.counts?.people.good ?? 0, locale),
    by: one.submittedBy ?? '',
  }
  const act = (verb: string, label: string, variant?: ButtonVariant, children?: ComponentChildren) => (
    <form method="post" action={importPaths.act(one.id, verb)} novalidate>
      <CsrfField />
      {children}
      <ButtonRow>
        <Button variant={variant}>{label}</Button>
      </ButtonRow>
    </form>
  )
  const reason = (
    <TextArea
      name="reason"
      label={t('act.reason')}
      rows={3}
      maxLength={500}
      value={props.reason}
      error={props.errorOf('reason')}
    />
  )
  const discard = prepares && !one.forgottenAt && act('buang', t('act.discard'), 'quiet')
  switch (one.state) {
    case 'receiving':
    case 'unreadable':
      return <>{discard}</>
    case 'mapping':
      return prepares ? (
        <>
          <ButtonRow>
            <LinkButton href={importPaths.columns(one.id)}>{t('mapping.open')}</LinkButton>
          </ButtonRow>
          {discard}
        </>
      ) : null
    case 'checked':
      return prepares ? (
        <>
          {(one.counts?.families.good ?? 0) > 0 && (
            <Section title={t('act.submit')}>
              <p>{t('act.submit-text', good)}</p>
              {act('ajukan', t('act.submit'))}
            </Section>
          )}
          {act('petakan-ulang', t('act.remap'), 'secondary')}
          {discard}
        </>
      ) : null
    case 'submitted':
      return (
        <>
          {approves && <Approval {...props} good={good} act={act} reasonField={reason} />}
          {discard}
        </>
      )
    case 'entering':
      return prepares ? act('jeda', t('act.pause'), 'secondary') : null
    case 'paused':
      return prepares ? (
        <>
          {act('lanjutkan', t('act.resume'))}
          {act('hentikan', t('act.stop'), 'danger')}
        </>
      ) : null
    case 'entered':
    case 'stopped':
      return prepares && one.enteredFamilies > 0 ? (
        <Section title={t('act.ask-recall')}>
          <p class="hint">{t('act.recall-text')}</p>
          {act('usul-tarik', t('act.ask-recall'), 'secondary', reason)}
        </Section>
      ) : null
    case 'recall-asked':
      return <Recall {...props} approves={approves} />
    default:
      return null
  }
}

function Approval(
  props: DecisionProps & {
    good: Record<string, string>
    act: (verb: string, label: string, variant?: ButtonVariant, children?: ComponentChildren) => JSX.Element
    reasonField: ComponentChildren
  },
) {
  const { one, actor, act } = props
  const t = importTexts(props.locale)
  if ([one.madeByAccount, one.submittedByAccount].includes(actor.accountId ?? ''))
    return <Notice tone="info">{t('act.own')}</Notice>
  return (
    <>
      <Section title={t('act.approve')}>
        <p>{t('act.approve-text', props.good)}</p>
        {act('setujui', t('act.approve'))}
      </Section>
      <Section title={t('act.return')}>{act('kembalikan', t('act.return'), 'secondary', props.reasonField)}</Section>
    </>
  )
}

function Recall(props: DecisionProps & { approves: boolean }) {
  const { one, actor, locale } = props
  const t = importTexts(locale)
  const asked = t('act.recall-asked', { by: one.submittedBy ?? '', note: one.decisionNote ?? '' })
  if (!props.approves) return <Notice tone="info">{asked}</Notice>
  if (one.submittedByAccount === actor.accountId) return <Notice tone="info">{t('act.own')}</Notice>
  return (
    <form method="post" action={importPaths.act(one.id, 'putuskan-tarik')} novalidate>
      <CsrfField />
      <p>{asked}</p>
      <p class="hint">{t('act.recall-text')}</p>
      <ButtonRow>
        <Button variant="danger" name="keputusan" value="tarik">
          {t('act.recall')}
        </Button>
        <Button variant="secondary" name="keputusan" value="tetap">
          {t('act.keep')}
        </Button>
      </ButtonRow>
    </form>
  )
}

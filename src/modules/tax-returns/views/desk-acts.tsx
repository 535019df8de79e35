import type { ComponentChildren } from 'preact'
import { isPermitted } from '#kernel/access/access.ts'
import { errorsOf } from '#modules/local-tax/index.ts'
import {
  Button,
  ButtonRow,
  type ButtonVariant,
  CsrfField,
  fieldId,
  MoneyField,
  Section,
  Select,
  TextArea,
} from '#ui/index.ts'
import { may } from '../domain.ts'
import { taxReturnPaths } from '../paths.ts'
import { deskTexts } from '../texts/desk.ts'
import type { DeskReturnProps } from './desk-return-page.tsx'
import { serviceOptions, shownState } from './return-words.tsx'

/** The acts of the page; each is a form of its own, known by the end of its address. */
export function DeskActs(props: DeskReturnProps) {
  const { one, actor, locale, act, typed, error, findings, today } = props
  const t = deskTexts(locale)
  const errors = errorsOf(error, locale)
  const scope = { territory: one.villageCode }
  const mayExamine = isPermitted(actor, 'tax-returns.examine', scope)
  const isLate = shownState(one, today) === 'late'
  const isProposed = findings.some(({ state }) => state === 'proposed')
  // What was typed belongs to the form that was sent, and so do its errors.
  const of = (verb: string, name: string) => ({
    name,
    id: fieldId(`${verb}-${name}`),
    value: act === verb ? typed[name] : undefined,
    error: act === verb ? errors.of(name) : undefined,
  })
  const form = (
    verb: string,
    title: string,
    lead: string,
    fields: ComponentChildren,
    variant: ButtonVariant = 'secondary',
  ) => (
    <Section title={title} id={verb}>
      <p class="hint">{lead}</p>
      <form method="post" action={taxReturnPaths.deskAct(one.id, verb)} novalidate>
        <CsrfField />
        {fields}
        <ButtonRow>
          <Button variant={variant}>{title}</Button>
        </ButtonRow>
      </form>
    </Section>
  )
  const reason = (verb: string, label = t('reason')) => (
    <TextArea {...of(verb, 'reason')} label={label} rows={2} maxLength={500} />
  )
  const services = serviceOptions(one.tax, locale)
  const mayPropose = one.state === 'examining' || (isLate && one.remindedOn !== undefined)
  return (
    <>
      {mayExamine && may(one.state, 'accept') && form('terima', t('accept'), t('accept-lead'), null)}
      {mayExamine && may(one.state, 'examine') && form('periksa', t('examine'), t('examine-lead'), reason('periksa'))}
      {mayExamine &&
        isLate &&
        !one.remindedOn &&
        form('teguran', t('remind'), t('remind-lead'), reason('teguran', t('reason-letter')))}
      {mayExamine &&
        mayPropose &&
        !isProposed &&
        form(
          'temuan',
          one.state === 'open' ? t('propose-ex-officio') : t('propose'),
          t('propose-lead'),
          <>
            {services.length > 0 && <Select {...of('temuan', 'service')} label={t('service')} options={services} />}
            <MoneyField {...of('temuan', 'turnover')} label={t('found-turnover')} />
            <MoneyField {...of('temuan', 'exempt')} label={t('exempt')} optional />
            <TextArea
              {...of('temuan', 'ground')}
              label={t('ground')}
              hint={t('ground-hint')}
              rows={2}
              maxLength={500}
            />
          </>,
        )}
      {isPermitted(actor, 'tax-returns.approve', scope) &&
        may(one.state, 'void') &&
        !isProposed &&
        form('tiadakan', t('void'), t('void-lead'), reason('tiadakan'), 'danger')}
    </>
  )
}

import type { FieldError } from '#kernel/errors.ts'
import { Button, ButtonRow, CsrfField, MoneyField, TextArea, TextField, useFrame } from '#ui/index.ts'
import { deskTexts } from './desk-texts.ts'

export type Typed = Readonly<Record<string, string>>

/** The error of one field, in the language of the page. */
export function useErrorOf(errors: readonly FieldError[]): (name: string) => string | undefined {
  const { locale } = useFrame()
  return (name) => errors.find((error) => error.path === name)?.message[locale]
}

/** Asks for a refund: why, and to whose account. */
export function RefundForm(props: { action: string; typed: Typed; errors: readonly FieldError[] }) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const errorOf = useErrorOf(props.errors)
  const field = (name: string) => ({ name, value: props.typed[name], error: errorOf(name) })
  return (
    <form method="post" action={props.action} novalidate>
      <CsrfField />
      <MoneyField {...field('amount')} label={t('refund.part')} hint={t('refund.part-hint')} />
      <TextArea {...field('reason')} label={t('refund.reason')} rows={2} maxLength={500} />
      <TextField {...field('payeeName')} label={t('refund.payee')} maxLength={120} autocomplete="off" />
      <TextField {...field('payeeBank')} label={t('refund.bank')} maxLength={80} autocomplete="off" width="medium" />
      <TextField
        {...field('payeeAccount')}
        label={t('refund.account')}
        maxLength={30}
        inputMode="numeric"
        autocomplete="off"
        width="medium"
      />
      <ButtonRow>
        <Button variant="secondary">{t('refund.request')}</Button>
      </ButtonRow>
    </form>
  )
}

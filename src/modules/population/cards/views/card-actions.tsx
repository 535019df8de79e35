import type { ComponentChildren } from 'preact'
import { Button, ButtonRow, CsrfField, Radios, Section, TextField, useFrame } from '#ui/index.ts'
import { receivers } from '../commands/counter.ts'
import { cardMachine } from '../machine.ts'
import { cardPaths } from '../paths.ts'
import type { Card } from '../queries/cards.ts'
import { cardTexts } from '../texts.ts'
import { type CardAround, useErrorOf } from './card-frame.tsx'

type Verb = 'hand-over' | 'deliver' | 'shelve' | 'send' | 'return' | 'reject' | 'reprint' | 'cancel'

/** What may be done with a card now, each with what has to be written down for it. */
export function CardActions(props: CardAround & { readonly card: Card }) {
  const t = cardTexts(useFrame().locale)
  const errorOf = useErrorOf(props.errors)
  const { card, may, typed } = props
  const verbs = new Set(cardMachine.from(card.state).map((row) => row.verb))
  const act = (verb: Verb, danger: boolean, children?: ComponentChildren) => (
    <Section title={t(verb)} key={verb}>
      <form method="post" action={cardPaths.act(card.id)} novalidate>
        <CsrfField />
        {children}
        <ButtonRow>
          <Button name="verb" value={verb} variant={danger ? 'danger' : 'primary'}>
            {t(verb)}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  )
  const field = (name: string, label: string, hint?: string) => (
    <TextField name={name} label={label} hint={hint} value={typed[name]} error={errorOf(name)} maxLength={200} />
  )
  const place = field('place', t('place'), t('place-hint'))
  const receiver = (
    <>
      <Radios
        name="receiver"
        label={t('receiver')}
        value={typed['receiver']}
        error={errorOf('receiver')}
        options={receivers
          .filter((who) => card.kind === 'ktp-el' || who !== 'self')
          .map((who) => ({ value: who, label: t(`receiver-${who}`) }))}
      />
      {field('receiverName', t('receiver-name'))}
      {field('proof', t('proof'), t('proof-hint'))}
    </>
  )
  return (
    <>
      {may.counter && verbs.has('hand-over') && act('hand-over', false, receiver)}
      {may.counter && verbs.has('deliver') && act('deliver', false, receiver)}
      {may.counter && verbs.has('shelve') && act('shelve', false, place)}
      {may.counter &&
        verbs.has('send') &&
        card.deliveryAddress &&
        act('send', false, [field('courier', t('courier')), field('receiptNumber', t('receipt'))])}
      {may.counter && verbs.has('return') && act('return', false, place)}
      {may.print && verbs.has('reprint') && act('reprint', false)}
      {may.counter && verbs.has('reject') && act('reject', true, field('reason', t('reject-reason')))}
      {may.counter && verbs.has('cancel') && act('cancel', true, field('reason', t('cancel-reason'), t('cancel-hint')))}
    </>
  )
}

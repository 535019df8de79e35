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
  // Several forms stand on the page: what was typed and its errors belong to the one that was sent.
  const mine = (verb: Verb) => typed['verb'] === verb
  const field = (verb: Verb, name: string, label: string, hint?: string) => (
    <TextField
      key={name}
      name={name}
      id={mine(verb) ? undefined : `${verb}-${name}`}
      label={label}
      hint={hint}
      value={mine(verb) ? typed[name] : undefined}
      error={mine(verb) ? errorOf(name) : undefined}
      maxLength={200}
    />
  )
  const place = (verb: Verb) => field(verb, 'place', t('place'), t('place-hint'))
  const receiver = (verb: Verb) => (
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
      {field(verb, 'receiverName', t('receiver-name'))}
      {field(verb, 'proof', t('proof'), t('proof-hint'))}
    </>
  )
  return (
    <>
      {may.counter && verbs.has('hand-over') && act('hand-over', false, receiver('hand-over'))}
      {may.counter && verbs.has('deliver') && act('deliver', false, receiver('deliver'))}
      {may.counter && verbs.has('shelve') && act('shelve', false, place('shelve'))}
      {may.counter &&
        verbs.has('send') &&
        card.deliveryAddress &&
        act('send', false, [field('send', 'courier', t('courier')), field('send', 'receiptNumber', t('receipt'))])}
      {may.counter && verbs.has('return') && act('return', false, place('return'))}
      {may.print && verbs.has('reprint') && act('reprint', false)}
      {may.counter && verbs.has('reject') && act('reject', true, field('reject', 'reason', t('reject-reason')))}
      {may.counter &&
        verbs.has('cancel') &&
        act('cancel', true, field('cancel', 'reason', t('cancel-reason'), t('cancel-hint')))}
    </>
  )
}

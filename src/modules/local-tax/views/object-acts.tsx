import type { ComponentChildren } from 'preact'
import {
  Button,
  ButtonRow,
  type ButtonVariant,
  CsrfField,
  DateField,
  type DateParts,
  NumberField,
  Section,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { localTaxPaths } from '../paths.ts'
import { objectTexts } from '../texts/objects.ts'
import { taxTexts } from '../texts/taxpayers.ts'
import type { ObjectPageProps } from './object-pages.tsx'

/** The acts of this page; each is a form of its own, told apart by its name. */
const acts = ['pass', 'split', 'merge', 'end'] as const
type Act = (typeof acts)[number]

export function ObjectActs(
  props: Omit<ObjectPageProps, 'fromOn'> & {
    readonly fromOn: string | DateParts | undefined
    readonly errorOf: (name: string) => string | undefined
  },
) {
  const { locale, object } = props
  const t = objectTexts(locale)
  // What was typed belongs to the form that was sent, and so do its errors.
  const of = (act: Act, name: string) => {
    const isSent = props.typed['act'] === act
    return {
      name,
      id: `${act}-${name}`,
      value: isSent ? props.typed[name] : undefined,
      error: isSent ? props.errorOf(name) : undefined,
    }
  }
  const form = (
    act: Act,
    action: string,
    hint: string | undefined,
    fields: ComponentChildren,
    variant?: ButtonVariant,
  ) => (
    <Section title={t(act)} id={act}>
      {hint && <p class="hint">{hint}</p>}
      <form method="post" action={action} novalidate>
        <CsrfField />
        <input type="hidden" name="act" value={act} />
        {fields}
        <TextArea {...of(act, 'ground')} label={t('ground')} hint={t('ground-hint')} rows={2} maxLength={300} />
        <ButtonRow>
          <Button variant={variant ?? 'secondary'}>{t(`${act}.do`)}</Button>
        </ButtonRow>
      </form>
    </Section>
  )
  const npwpd = (act: Act) => <TextField {...of(act, 'npwpd')} label={taxTexts(locale)('npwpd')} autocomplete="off" />
  return (
    <>
      {form(
        'pass',
        localTaxPaths.ownerOf(object.id),
        undefined,
        <>
          {npwpd('pass')}
          <DateField
            {...of('pass', 'fromOn')}
            label={t('pass.from')}
            value={props.typed['act'] === 'pass' ? props.fromOn : undefined}
          />
        </>,
      )}
      {object.kind === 'land' &&
        form(
          'split',
          localTaxPaths.splitObject(object.id),
          t('split.hint'),
          <>
            {npwpd('split')}
            <NumberField {...of('split', 'landArea')} label={t('land-area')} suffix="m²" decimal />
            <NumberField {...of('split', 'buildingArea')} label={t('building-area')} suffix="m²" decimal optional />
          </>,
        )}
      {object.kind === 'land' &&
        form(
          'merge',
          localTaxPaths.mergeObject(object.id),
          t('merge.hint'),
          <TextField {...of('merge', 'nop')} label={t('merge.nop')} inputMode="numeric" autocomplete="off" />,
        )}
      {form('end', localTaxPaths.endObject(object.id), undefined, null, 'danger')}
    </>
  )
}

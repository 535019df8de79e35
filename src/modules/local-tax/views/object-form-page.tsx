import type { AppError } from '#kernel/errors.ts'
import { FormPage, MoneyField, NumberField, Radios, Select, TextArea, TextField } from '#ui/index.ts'
import { type BusinessKind, detailFields, objectKinds } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { TaxObject } from '../queries/objects.ts'
import { objectTexts } from '../texts/objects.ts'
import { taxTexts } from '../texts/taxpayers.ts'
import { errorsOf, TaxFrame, type TaxPageProps } from './frame.tsx'
import type { AreaOption } from './tax-list.tsx'

interface FormProps extends TaxPageProps {
  /** Absent for a new one. */
  readonly object?: TaxObject | undefined
  readonly typed: Readonly<Record<string, string>>
  readonly villages: readonly AreaOption[]
  readonly error: AppError | undefined
}

export function ObjectFormPage(props: FormProps) {
  const { locale, object, typed } = props
  const t = objectTexts(locale)
  const errors = errorsOf(props.error, locale)
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: typed[name],
    error: errors.of(name),
  })
  const land = (
    <>
      {!object && (
        <>
          <TextField {...field('nop', t('nop'), t('nop-hint'))} inputMode="numeric" autocomplete="off" optional />
          <TextField {...field('block', t('block'), t('block-hint'))} inputMode="numeric" width="short" maxLength={3} />
        </>
      )}
      <NumberField {...field('landArea', t('land-area'))} suffix="m²" decimal />
      <MoneyField {...field('landPrice', t('land-price'))} />
      <NumberField {...field('buildingArea', t('building-area'))} suffix="m²" decimal optional />
      <MoneyField {...field('buildingPrice', t('building-price'))} optional />
      <Radios
        {...field('landUse', t('land-use'))}
        value={typed['landUse'] || 'general'}
        options={(['general', 'food-land'] as const).map((value) => ({ value, label: t(`use.${value}`) }))}
      />
    </>
  )
  const details = (kind: BusinessKind) =>
    detailFields[kind].map((name) => (
      <NumberField key={name} {...field(name, t(`detail.${name}` as Parameters<typeof t>[0]))} decimal />
    ))
  return (
    <TaxFrame
      {...props}
      title={object ? t('edit') : t('new')}
      lead={object?.name}
      crumbs={[
        { label: t('title'), href: localTaxPaths.objects },
        ...(object ? [{ label: formatNop(object.code), href: localTaxPaths.object(object.id) }] : []),
      ]}
    >
      <FormPage
        action={object ? localTaxPaths.editObject(object.id) : localTaxPaths.newObject}
        errors={errors.list}
        submitLabel={object ? t('save') : t('new')}
      >
        {object ? (
          <input type="hidden" name="version" value={typed['version'] || object.version} />
        ) : (
          <TextField
            {...field('npwpd', taxTexts(locale)('npwpd'), t('npwpd-hint'))}
            autocomplete="off"
            width="medium"
          />
        )}
        <TextField {...field('name', t('name'))} maxLength={150} autocomplete="off" />
        <TextArea {...field('address', t('address'))} rows={2} maxLength={300} />
        {!object && <Select {...field('villageCode', t('village'))} options={props.villages} />}
        {object ? (
          object.kind === 'land' ? (
            land
          ) : (
            details(object.kind)
          )
        ) : (
          <Radios
            {...field('kind', t('kind'))}
            options={objectKinds.map((kind) => ({
              value: kind,
              label: t(`kind.${kind}`),
              reveals: kind === 'land' ? land : details(kind),
            }))}
          />
        )}
        <TextArea {...field('ground', t('ground'), t('ground-hint'))} rows={2} maxLength={300} />
      </FormPage>
    </TaxFrame>
  )
}

import { DateField, FormPage, NumberField, Radios, Select, TextArea, TextField } from '#ui/index.ts'
import { largestBlock } from '../commands/blocks.ts'
import { countings } from '../domain.ts'
import { registerPaths } from '../paths.ts'
import type { Block, Register } from '../queries.ts'
import { type RegisterTexts, registerTexts } from '../texts.ts'
import { dateTyped, errorsOf, type RegisterForm, RegisterFrame } from './frame.tsx'

type OfRegister = RegisterForm & { readonly register: Register }
type Errors = ReturnType<typeof errorsOf>

/** Field of a text with what was typed and what was wrong. */
function textOf(props: RegisterForm, errors: Errors, name: string, label: string, hint?: string) {
  return { name, label, hint, value: props.form.get(name), error: errors.of(name) }
}

function PatternFields({ props, errors, t }: { props: RegisterForm; errors: Errors; t: RegisterTexts }) {
  return (
    <>
      <TextField {...textOf(props, errors, 'pattern', t('pattern'), t('pattern-hint'))} maxLength={120} />
      <TextField {...textOf(props, errors, 'citation', t('citation'), t('citation-hint'))} maxLength={300} />
    </>
  )
}

/** Parts that some patterns ask for. */
function PartFields({ props, errors, t }: { props: OfRegister; errors: Errors; t: RegisterTexts }) {
  const { pattern = '' } = props.register
  return (
    <>
      {pattern.includes('{classification}') && (
        <TextField {...textOf(props, errors, 'classification', t('classification'))} width="medium" maxLength={40} />
      )}
      {pattern.includes('{unit}') && (
        <TextField {...textOf(props, errors, 'unit', t('unit-code'))} width="medium" maxLength={40} />
      )}
    </>
  )
}

export function AddRegisterPage(props: RegisterForm) {
  const t = registerTexts(props.locale)
  const errors = errorsOf(props)
  return (
    <RegisterFrame {...props} title={t('add')} heading={false}>
      <FormPage
        title={t('add')}
        lead={t('add-lead')}
        action={registerPaths.add}
        backHref={registerPaths.list}
        errors={errors.list}
        submitLabel={t('save')}
      >
        <TextField {...textOf(props, errors, 'nameId', t('name-id'))} maxLength={120} />
        <TextField {...textOf(props, errors, 'nameEn', t('name-en'))} maxLength={120} />
        <TextField {...textOf(props, errors, 'key', t('key'), t('key-hint'))} width="medium" maxLength={60} />
        <Radios
          {...textOf(props, errors, 'countsBy', t('counts-by'))}
          options={countings.map((value) => ({ value, label: t(`counts-${value}`) }))}
        />
        <PatternFields props={props} errors={errors} t={t} />
      </FormPage>
    </RegisterFrame>
  )
}

export function ChangePatternPage(props: OfRegister) {
  const { register, locale } = props
  const t = registerTexts(locale)
  const errors = errorsOf(props)
  return (
    <RegisterFrame {...props} title={t('change')} heading={false}>
      <FormPage
        title={`${t('change')}: ${register.name[locale]}`}
        lead={t('change-lead')}
        action={registerPaths.pattern(register.key)}
        backHref={registerPaths.register(register.key)}
        errors={errors.list}
        submitLabel={t('save')}
      >
        <PatternFields props={props} errors={errors} t={t} />
        <DateField
          name="validFrom"
          label={t('valid-from')}
          value={dateTyped(props.form, 'validFrom')}
          error={errors.of('validFrom')}
        />
      </FormPage>
    </RegisterFrame>
  )
}

export function TakeNumberPage(props: OfRegister) {
  const { register, locale } = props
  const t = registerTexts(locale)
  const errors = errorsOf(props)
  return (
    <RegisterFrame {...props} title={t('take')} heading={false}>
      <FormPage
        title={`${t('take')}: ${register.name[locale]}`}
        lead={t('take-lead')}
        action={registerPaths.take(register.key)}
        backHref={registerPaths.register(register.key)}
        errors={errors.list}
        submitLabel={t('take')}
      >
        <TextField {...textOf(props, errors, 'purpose', t('purpose'), t('purpose-hint'))} maxLength={300} />
        <PartFields props={props} errors={errors} t={t} />
      </FormPage>
    </RegisterFrame>
  )
}

export function InsertNumberPage(props: OfRegister) {
  const { register, locale } = props
  const t = registerTexts(locale)
  const errors = errorsOf(props)
  return (
    <RegisterFrame {...props} title={t('insert')} heading={false}>
      <FormPage
        title={`${t('insert')}: ${register.name[locale]}`}
        lead={t('insert-lead')}
        action={registerPaths.insert(register.key)}
        backHref={registerPaths.register(register.key)}
        errors={errors.list}
        submitLabel={t('insert')}
      >
        <DateField
          name="datedOn"
          label={t('dated')}
          value={dateTyped(props.form, 'datedOn')}
          error={errors.of('datedOn')}
        />
        <TextField {...textOf(props, errors, 'purpose', t('purpose'), t('purpose-hint'))} maxLength={300} />
        <PartFields props={props} errors={errors} t={t} />
        <TextArea
          {...textOf(props, errors, 'lateReason', t('late-reason'), t('late-hint'))}
          rows={4}
          maxLength={1000}
        />
      </FormPage>
    </RegisterFrame>
  )
}

export function ReserveBlockPage(
  props: OfRegister & { readonly units: readonly { readonly path: string; readonly name: string }[] },
) {
  const { register, locale } = props
  const t = registerTexts(locale)
  const errors = errorsOf(props)
  return (
    <RegisterFrame {...props} title={t('reserve')} heading={false}>
      <FormPage
        title={`${t('reserve')}: ${register.name[locale]}`}
        lead={t('reserve-lead')}
        action={registerPaths.reserve(register.key)}
        backHref={registerPaths.register(register.key)}
        errors={errors.list}
        submitLabel={t('reserve')}
      >
        <Select
          {...textOf(props, errors, 'unitPath', t('unit-path'))}
          options={props.units.map((unit) => ({ value: unit.path, label: unit.name }))}
        />
        <NumberField {...textOf(props, errors, 'size', t('size'), t('size-hint', { n: largestBlock }))} maxLength={3} />
        <PartFields props={props} errors={errors} t={t} />
      </FormPage>
    </RegisterFrame>
  )
}

export function CloseBlockPage(props: OfRegister & { readonly block: Block }) {
  const { register, block, locale } = props
  const t = registerTexts(locale)
  const errors = errorsOf(props)
  return (
    <RegisterFrame {...props} title={t('block-close')} heading={false}>
      <FormPage
        title={t('block-close-title', { first: block.first, last: block.last })}
        lead={t('block-close-lead', { n: block.open })}
        action={registerPaths.closeBlock(register.key, block.id)}
        backHref={registerPaths.register(register.key)}
        errors={errors.list}
        submitLabel={t('block-close')}
      >
        <TextArea {...textOf(props, errors, 'reason', t('reason'), t('reason-hint'))} rows={3} maxLength={1000} />
      </FormPage>
    </RegisterFrame>
  )
}

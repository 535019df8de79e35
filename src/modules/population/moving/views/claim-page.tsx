import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { CitizenLayout, FormPage, Notice, Select, TextField, useFrame } from '#ui/index.ts'
import { movingPaths } from '../../paths.ts'
import { movingTexts } from '../texts.ts'
import { useMovingErrors } from './frame.tsx'

export interface ClaimPageProps {
  readonly form: FormValues
  readonly error: AppError | undefined
  readonly villages: readonly { readonly value: string; readonly label: string }[]
  /** How many people were claimed just now. */
  readonly claimed?: number | undefined
}

/** A family that moved here says that it has arrived; it has no account here yet. */
export function ClaimPage(props: ClaimPageProps) {
  const t = movingTexts(useFrame().locale)
  const { form } = props
  const errors = useMovingErrors(props)
  const field = (name: string, label: string, more: { hint?: string; maxLength: number; numeric?: boolean }) => (
    <TextField
      name={name}
      label={label}
      hint={more.hint}
      value={form.get(name)}
      error={errors.of(name)}
      maxLength={more.maxLength}
      inputMode={more.numeric ? 'numeric' : undefined}
      autocomplete="off"
    />
  )
  if (props.claimed !== undefined) {
    return (
      <CitizenLayout title={t('claimed-title')}>
        <Notice tone="good">{t('claimed-text', { people: props.claimed })}</Notice>
      </CitizenLayout>
    )
  }
  return (
    <CitizenLayout title={t('claim-title')} heading={false}>
      <FormPage
        title={t('claim-title')}
        lead={t('claim-lead')}
        action={movingPaths.claim}
        errors={errors.list}
        submitLabel={t('claim-send')}
      >
        {field('number', t('claim-number'), { maxLength: 60 })}
        {field('nik', t('claim-nik'), { maxLength: 30, numeric: true })}
        {field('code', t('claim-code'), { maxLength: 20, numeric: true, hint: t('claim-code-hint') })}
        {field('street', t('street'), { maxLength: 240 })}
        <div class="address-numbers">
          {field('rt', t('rt'), { maxLength: 4, numeric: true })}
          {field('rw', t('rw'), { maxLength: 4, numeric: true })}
        </div>
        <Select
          name="villageCode"
          label={t('village')}
          options={props.villages}
          value={form.get('villageCode')}
          error={errors.of('villageCode')}
        />
      </FormPage>
    </CitizenLayout>
  )
}

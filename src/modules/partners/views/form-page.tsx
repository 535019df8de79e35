import { DateField, FormPage, parseDateParts, Select, TextField } from '#ui/index.ts'
import { partnerKinds } from '../domain.ts'
import { partnerPaths } from '../paths.ts'
import { partnerTexts } from '../texts.ts'
import { errorsOf, type PartnerForm, PartnerFrame } from './frame.tsx'

/** Registers a partner, or changes the one with `partnerId`. */
export function PartnerFormPage(props: PartnerForm & { readonly partnerId?: string | undefined }) {
  const { form, locale, partnerId } = props
  const t = partnerTexts(locale)
  const errors = errorsOf(props)
  const text = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: form.get(name),
    error: errors.of(name),
  })
  const title = t(partnerId ? 'change' : 'add')
  return (
    <PartnerFrame {...props} title={title} heading={false}>
      <FormPage
        title={title}
        lead={t('add-lead')}
        action={partnerId ? partnerPaths.change(partnerId) : partnerPaths.add}
        backHref={partnerId ? partnerPaths.partner(partnerId) : partnerPaths.list}
        errors={errors.list}
        submitLabel={t('save')}
      >
        <TextField {...text('name', t('name'))} maxLength={120} />
        <Select
          {...text('kind', t('kind'))}
          options={partnerKinds.map((value) => ({ value, label: t(`kind-${value}`) }))}
        />
        <TextField {...text('territoryCode', t('territory'), t('territory-hint'))} width="medium" maxLength={20} />
        <TextField {...text('agreement', t('agreement'))} maxLength={120} />
        <DateField
          name="agreementUntil"
          label={t('until')}
          value={parseDateParts(Object.fromEntries(form.entries()), 'agreementUntil')}
          error={errors.of('agreementUntil')}
        />
        <TextField {...text('contactName', t('contact-name'))} maxLength={120} />
        <TextField {...text('contactPhone', t('contact-phone'))} width="medium" maxLength={20} />
        <TextField {...text('contactEmail', t('contact-email'))} maxLength={200} />
      </FormPage>
    </PartnerFrame>
  )
}

import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Official } from '#modules/organization/index.ts'
import {
  Button,
  ButtonRow,
  CopyText,
  CsrfField,
  EmptyState,
  FormPage,
  LinkButton,
  Radios,
  Section,
  StatusTag,
  SummaryList,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { accountPaths } from '../paths.ts'
import type { ManagedAccount } from '../queries/staff-accounts.ts'
import { adminTexts } from '../texts/admin.ts'
import type { OwnPage } from './account-frame.tsx'
import { AdminFrame, postOf, stateTones } from './admin-frame.tsx'
import { formErrors } from './form-errors.ts'
import { formatMoment } from './moments.ts'

export function NewStaffAccountPage(
  props: OwnPage & {
    text: string
    officials: readonly Official[]
    having: ReadonlySet<string>
    form: FormValues
    error?: AppError | undefined
  },
) {
  const { locale, text, officials, having } = props
  const t = adminTexts(locale)
  const errors = formErrors(props.error, locale)
  return (
    <AdminFrame
      {...props}
      title={t('new-title')}
      lead={t('new-lead')}
      crumbs={[{ label: t('title'), href: accountPaths.adminList }, { label: t('new-title') }]}
    >
      <form method="get" action={accountPaths.adminNew}>
        <TextField name="q" label={t('new-search')} value={text} type="search" width="medium" />
        <Button variant="secondary" icon="search">
          {t('new-find')}
        </Button>
      </form>
      {text && officials.length === 0 && <EmptyState title={t('new-none')} />}
      {officials.length > 0 && (
        <FormPage action={accountPaths.adminNew} errors={errors.list} submitLabel={t('new-submit')}>
          <input type="hidden" name="q" value={text} />
          <Radios
            name="officialId"
            label={t('new-found')}
            error={errors.of('officialId')}
            value={props.form.get('officialId') || (officials.length === 1 ? officials[0]?.id : undefined)}
            options={officials.map((official) => ({
              value: official.id,
              label: having.has(official.id) ? t('new-has', { name: official.displayName }) : official.displayName,
              hint: official.employeeNumber,
              disabled: having.has(official.id),
            }))}
          />
          <TextField
            name="email"
            label={t('new-email')}
            hint={t('new-email-hint')}
            value={props.form.get('email')}
            type="email"
            inputMode="email"
            optional
            width="medium"
            error={errors.of('email')}
          />
        </FormPage>
      )}
    </AdminFrame>
  )
}

export function AccountLinkPage(props: OwnPage & { account: ManagedAccount; link: string; mailed: boolean }) {
  const t = adminTexts(props.locale)
  return (
    <AdminFrame {...props} title={t('link-title', { name: props.account.displayName })} lead={t('link-lead')}>
      <p>
        <CopyText text={props.link} label={t('link')} />
      </p>
      {props.mailed && <p>{t('link-mailed')}</p>}
      <LinkButton href={accountPaths.adminAccount(props.account.id)} variant="secondary">
        {t('to-account')}
      </LinkButton>
    </AdminFrame>
  )
}

export function ManagedAccountPage(
  props: OwnPage & { account: ManagedAccount; zone: string; error?: AppError | undefined },
) {
  const { locale, account, zone } = props
  const t = adminTexts(locale)
  const errors = formErrors(props.error, locale)
  const isDisabled = account.state === 'disabled'
  const action = isDisabled ? accountPaths.adminEnable(account.id) : accountPaths.adminDisable(account.id)
  return (
    <AdminFrame
      {...props}
      title={account.displayName}
      crumbs={[{ label: t('title'), href: accountPaths.adminList }, { label: account.displayName }]}
    >
      <SummaryList
        rows={[
          account.kind === 'staff'
            ? { term: t('nip'), value: account.employeeNumber }
            : { term: t('name'), value: `${account.displayName} (${t('citizen')})` },
          ...(account.kind === 'staff' ? [{ term: t('position'), value: postOf(account) ?? t('none') }] : []),
          { term: t('email'), value: account.email ?? t('none') },
          {
            term: t('state'),
            value: <StatusTag tone={stateTones[account.state]}>{t(`state-${account.state}`)}</StatusTag>,
          },
          ...(isDisabled ? [{ term: t('disabled-reason'), value: account.disabledReason }] : []),
          {
            term: t('last-used'),
            value: account.lastUsedAt ? formatMoment(account.lastUsedAt, zone, locale) : t('never'),
          },
          { term: t('opened'), value: formatMoment(account.createdAt, zone, locale) },
        ]}
      />
      {!isDisabled && (
        <Section title={t('reset-title')}>
          <p>{t('reset-text')}</p>
          <form method="post" action={accountPaths.adminReset(account.id)}>
            <CsrfField />
            <Button variant="secondary">{t('reset')}</Button>
          </form>
        </Section>
      )}
      <Section title={t(isDisabled ? 'enable' : 'disable')}>
        {!isDisabled && <p>{t('disable-text')}</p>}
        <FormPage
          action={action}
          errors={errors.list}
          actions={
            <ButtonRow>
              <Button variant={isDisabled ? 'primary' : 'danger'}>{t(isDisabled ? 'enable' : 'disable')}</Button>
            </ButtonRow>
          }
        >
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reason-hint')}
            rows={3}
            maxLength={500}
            error={errors.of('reason')}
          />
        </FormPage>
      </Section>
    </AdminFrame>
  )
}

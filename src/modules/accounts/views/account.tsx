import type { AppError } from '#kernel/errors.ts'
import {
  Button,
  CsrfField,
  FormPage,
  LinkList,
  type ListedLink,
  Radios,
  SummaryList,
  type SummaryRow,
} from '#ui/index.ts'
import { formatPhone } from '../contact.ts'
import { accountPaths } from '../paths.ts'
import type { Account } from '../queries/accounts.ts'
import { accountTexts } from '../texts/account.ts'
import { AccountFrame, type OwnPage } from './account-frame.tsx'
import { formErrors } from './form-errors.ts'
import { ContactFields } from './sign-up.tsx'

export function AccountPage(props: OwnPage & { account: Account; number: { term: 'nik' | 'nip'; value: string } }) {
  const { locale, actor, account, number } = props
  const t = accountTexts(locale)
  const change = { href: accountPaths.contact, label: t('change') }
  const rows: SummaryRow[] = [
    { term: t('name'), value: account.displayName },
    { term: t(number.term), value: number.value },
    { term: t('phone'), value: account.phone ? formatPhone(account.phone) : t('none'), action: change },
    {
      term: t('email'),
      value: account.email ?? t('none'),
      note: account.email && !account.emailVerified ? { text: t('email-unverified'), tone: 'soon' } : undefined,
      action: change,
    },
    ...(actor.kind === 'staff'
      ? [
          {
            term: t('position'),
            value: actor.position ? `${actor.position.title}, ${actor.position.unitName}` : t('no-position'),
          },
        ]
      : []),
  ]
  const links: ListedLink[] = [
    { title: t('link-security'), text: t('link-security-text'), href: accountPaths.security },
    ...(actor.kind === 'staff'
      ? [{ title: t('link-positions'), text: t('link-positions-text'), href: accountPaths.positions }]
      : []),
    { title: t('link-data'), text: t('link-data-text'), href: '/akun/data-saya' },
    { title: t('link-cards'), text: t('link-cards-text'), href: '/kartu-saya' },
    { title: t('link-digital'), text: t('link-digital-text'), href: '/akun/kartu-digital' },
    { title: t('link-access'), text: t('link-access-text'), href: '/siapa-melihat-data-saya' },
  ]
  return (
    <AccountFrame {...props} title={t('title')}>
      <SummaryList rows={rows} />
      <LinkList items={links} />
      <form method="post" action={accountPaths.language}>
        <CsrfField />
        <Radios
          name="locale"
          label={t('language')}
          inline
          value={locale}
          options={[
            { value: 'id', label: t('language-id') },
            { value: 'en', label: t('language-en') },
          ]}
        />
        <Button variant="secondary">{t('language-save')}</Button>
      </form>
      <form method="post" action={accountPaths.signOut}>
        <CsrfField />
        <Button variant="quiet" icon="log-out">
          {t('sign-out')}
        </Button>
      </form>
    </AccountFrame>
  )
}

export function ContactPage(
  props: OwnPage & { values: { phone: string; email: string }; error?: AppError | undefined },
) {
  const t = accountTexts(props.locale)
  const errors = formErrors(props.error, props.locale)
  return (
    <AccountFrame {...props} title={t('contact-title')} heading={false}>
      <FormPage
        title={t('contact-title')}
        action={accountPaths.contact}
        errors={errors.list}
        submitLabel={t('contact-save')}
        backHref={accountPaths.account}
      >
        <ContactFields locale={props.locale} values={props.values} error={props.error} />
      </FormPage>
    </AccountFrame>
  )
}

export interface PositionChoice {
  readonly id: string
  readonly title: string
  readonly unitName: string
  readonly manner: 'definitif' | 'plt' | 'plh'
}

export function PositionsPage(props: OwnPage & { choices: readonly PositionChoice[]; error?: AppError | undefined }) {
  const { locale, actor, choices } = props
  const t = accountTexts(locale)
  const errors = formErrors(props.error, locale)
  return (
    <AccountFrame
      {...props}
      title={t('positions-title')}
      heading={choices.length === 0 ? undefined : false}
      inside={choices.length === 0}
    >
      {choices.length === 0 ? (
        <p>{t('no-position')}</p>
      ) : (
        <FormPage
          title={t('positions-title')}
          lead={t('positions-lead')}
          action={accountPaths.positions}
          errors={errors.list}
          submitLabel={t('positions-save')}
          backHref={accountPaths.account}
        >
          <Radios
            name="positionId"
            label={t('positions-label')}
            value={actor.position?.id}
            error={errors.of('positionId')}
            options={choices.map((choice) => ({
              value: choice.id,
              label: `${choice.title}, ${choice.unitName}`,
              hint: t(`manner-${choice.manner}`),
            }))}
          />
        </FormPage>
      )}
    </AccountFrame>
  )
}

import { formatDay, formatNumber } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  Checkboxes,
  CopyText,
  CsrfField,
  DateField,
  ErrorSummary,
  LinkButton,
  Notice,
  NumberField,
  parseDateParts,
  Section,
  SummaryList,
  Table,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { statesAfter } from '../domain.ts'
import { partnerPaths } from '../paths.ts'
import { partnerPermissions } from '../permissions.ts'
import type { Partner, PartnerKey, PartnerMember } from '../queries/partners.ts'
import { partnerTexts } from '../texts.ts'
import { errorsOf, type PartnerForm, PartnerFrame } from './frame.tsx'
import { StateOfPartner } from './list-page.tsx'

export interface PartnerPageProps extends PartnerForm {
  readonly partner: Partner
  readonly keys: readonly PartnerKey[]
  readonly members: readonly PartnerMember[]
  readonly mayKeep: boolean
  /** ISO day. */
  readonly today: string
  /** The key that was just made, shown this once. */
  readonly newKey?: string | undefined
}

/** One partner: the agreement, what its programs and people may do, what they did. */
export function PartnerPage(props: PartnerPageProps) {
  const { locale, partner } = props
  const t = partnerTexts(locale)
  const errors = errorsOf(props)
  return (
    <PartnerFrame
      {...props}
      title={partner.name}
      crumbs={[{ label: partner.name }]}
      actions={props.mayKeep && <LinkButton href={partnerPaths.change(partner.id)}>{t('change')}</LinkButton>}
    >
      <ErrorSummary errors={errors.list} />
      {props.newKey && (
        <Notice tone="good" title={t('key-made')}>
          <p>
            <CopyText text={props.newKey} label={t('key-made')} />
          </p>
          <p>{t('key-once')}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: t('state'), value: <StateOfPartner state={partner.state} /> },
          ...(partner.stateReason ? [{ term: t('reason'), value: partner.stateReason }] : []),
          { term: t('kind'), value: t(`kind-${partner.kind}`) },
          { term: t('territory'), value: partner.territoryCode || t('everywhere') },
          { term: t('agreement'), value: partner.agreement },
          { term: t('until'), value: formatDay(Temporal.PlainDate.from(partner.agreementUntil), locale) },
          { term: t('contact-name'), value: partner.contactName },
          { term: t('contact-phone'), value: partner.contactPhone },
          { term: t('contact-email'), value: partner.contactEmail },
        ]}
      />
      <Keys {...props} />
      <Members {...props} />
      {props.mayKeep && statesAfter[partner.state].length > 0 && <States {...props} />}
    </PartnerFrame>
  )
}

const permissionNames = (names: readonly string[], locale: PartnerForm['locale']) =>
  names.map((name) => partnerPermissions.find(name)?.[locale] ?? name).join('; ')

function permissionOptions(locale: PartnerForm['locale']) {
  return partnerPermissions.keys().map((value) => ({ value, label: partnerPermissions.get(value)[locale] }))
}

function Keys(props: PartnerPageProps) {
  const { locale, partner, today } = props
  const t = partnerTexts(locale)
  return (
    <Section title={t('keys')} id="kunci">
      <p class="hint">{t('keys-lead')}</p>
      <Table
        caption={t('keys')}
        captionHidden
        rows={props.keys}
        rowKey={(key) => key.id}
        empty={<p class="hint">{t('keys-none')}</p>}
        columns={[
          { key: 'label', label: t('label'), header: true, cell: (key) => `${key.label} (${key.prefix})` },
          { key: 'may', label: t('permissions'), cell: (key) => permissionNames(key.permissions, locale) },
          { key: 'limit', label: t('limit'), align: 'end', cell: (key) => formatNumber(key.dailyLimit, locale) },
          {
            key: 'used',
            label: t('used'),
            cell: (key) =>
              t('used-counts', {
                today: formatNumber(key.usedToday, locale),
                month: formatNumber(key.usedLast30, locale),
              }),
          },
          {
            key: 'last',
            label: t('last-used'),
            cell: ({ lastUsedOn }) =>
              lastUsedOn ? formatDay(Temporal.PlainDate.from(lastUsedOn), locale) : t('never'),
          },
          {
            key: 'expires',
            label: t('expires'),
            cell: (key) => formatDay(Temporal.PlainDate.from(key.expiresOn), locale),
          },
          {
            key: 'end',
            label: t('revoke'),
            cell: (key) =>
              key.isRevoked ? (
                t('revoked', { reason: key.revokedReason ?? '' })
              ) : key.expiresOn < today ? (
                t('over')
              ) : props.mayKeep ? (
                <Revoke partnerId={partner.id} row={key} locale={locale} />
              ) : null,
          },
        ]}
      />
      {props.mayKeep && partner.state !== 'ended' && <IssueKey {...props} />}
    </Section>
  )
}

function Revoke({ partnerId, row, locale }: { partnerId: string; row: PartnerKey; locale: PartnerForm['locale'] }) {
  const t = partnerTexts(locale)
  return (
    <details>
      <summary>{t('revoke')}</summary>
      <form method="post" action={partnerPaths.revoke(partnerId, row.id)} class="stack">
        <CsrfField />
        <TextField
          name="reason"
          id={`cabut-${row.prefix}`}
          label={t('revoke-reason', { label: row.label })}
          maxLength={300}
        />
        <Button variant="danger">{t('revoke')}</Button>
      </form>
    </details>
  )
}

function IssueKey({ partner, form, locale, error }: PartnerPageProps) {
  const t = partnerTexts(locale)
  const errors = errorsOf({ error, locale })
  return (
    <details open={form.has('label')}>
      <summary>{t('issue-key')}</summary>
      <form method="post" action={partnerPaths.keys(partner.id)} novalidate class="stack">
        <CsrfField />
        <TextField
          name="label"
          label={t('label')}
          value={form.get('label')}
          error={errors.of('label')}
          maxLength={80}
        />
        <Checkboxes
          name="permissions"
          label={t('permissions')}
          values={form.all('permissions')}
          error={errors.of('permissions')}
          options={permissionOptions(locale)}
        />
        <NumberField
          name="dailyLimit"
          label={t('limit')}
          value={form.get('dailyLimit') || '1000'}
          error={errors.of('dailyLimit')}
        />
        <DateField
          name="expiresOn"
          label={t('expires')}
          value={parseDateParts(Object.fromEntries(form.entries()), 'expiresOn')}
          error={errors.of('expiresOn')}
        />
        <ButtonRow>
          <Button>{t('issue-key')}</Button>
        </ButtonRow>
      </form>
    </details>
  )
}

function Members(props: PartnerPageProps) {
  const { locale, partner, form } = props
  const t = partnerTexts(locale)
  const errors = errorsOf(props)
  return (
    <Section title={t('members')} id="petugas">
      <p class="hint">{t('members-lead')}</p>
      <Table
        caption={t('members')}
        captionHidden
        rows={props.members}
        rowKey={(member) => member.id}
        empty={<p class="hint">{t('members-none')}</p>}
        columns={[
          { key: 'name', label: t('person'), header: true, cell: (member) => member.name },
          { key: 'may', label: t('permissions'), cell: (member) => permissionNames(member.permissions, locale) },
          {
            key: 'end',
            label: t('end'),
            cell: (member) =>
              member.hasEnded ? (
                t('ended')
              ) : props.mayKeep ? (
                <form method="post" action={partnerPaths.endMember(partner.id, member.id)}>
                  <CsrfField />
                  <Button variant="quiet">
                    {t('end')} <span class="sr-only">{member.name}</span>
                  </Button>
                </form>
              ) : null,
          },
        ]}
      />
      {props.mayKeep && partner.state !== 'ended' && (
        <details open={form.has('nik')}>
          <summary>{t('add-member')}</summary>
          <form method="post" action={partnerPaths.members(partner.id)} novalidate class="stack">
            <CsrfField />
            <TextField
              name="nik"
              label={t('nik')}
              value={form.get('nik')}
              error={errors.of('nik')}
              width="medium"
              maxLength={30}
            />
            <Checkboxes
              name="memberPermissions"
              label={t('permissions')}
              values={form.all('memberPermissions')}
              error={form.has('nik') ? errors.of('permissions') : undefined}
              options={permissionOptions(locale)}
            />
            <ButtonRow>
              <Button>{t('add-member')}</Button>
            </ButtonRow>
          </form>
        </details>
      )}
    </Section>
  )
}

function States(props: PartnerPageProps) {
  const { locale, partner, form } = props
  const t = partnerTexts(locale)
  const errors = errorsOf(props)
  return (
    <Section title={t('set-state')} id="keadaan">
      <form method="post" action={partnerPaths.state(partner.id)} novalidate class="stack">
        <CsrfField />
        <TextArea
          name="stateReason"
          label={t('reason')}
          hint={t('state-lead')}
          rows={3}
          maxLength={500}
          value={form.get('stateReason')}
          error={form.has('state') ? errors.of('reason') : undefined}
        />
        <ButtonRow>
          {statesAfter[partner.state].map((state) => (
            <Button key={state} name="state" value={state} variant={state === 'ended' ? 'danger' : 'secondary'}>
              {t(`to-${state}`)}
            </Button>
          ))}
        </ButtonRow>
      </form>
    </Section>
  )
}

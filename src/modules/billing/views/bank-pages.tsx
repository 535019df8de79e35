import type { Selectable } from 'kysely'
import {
  Button,
  ButtonRow,
  Columns,
  CopyText,
  CsrfField,
  EmptyState,
  LinkButton,
  Notice,
  Radios,
  Section,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  TextField,
  useFrame,
} from '#ui/index.ts'
import type { BankRow } from '../banks/bank.ts'
import { beneficiaryKinds } from '../commands/beneficiaries.ts'
import { billingPaths } from '../paths.ts'
import { programTexts } from '../programs/texts.ts'
import type { BeneficiaryTable } from '../tables.ts'
import { bankTexts } from './bank-texts.ts'
import { type DeskAround, DeskFrame } from './desk-frame.tsx'
import { OpenAndSave } from './open-and-save.tsx'
import { type Typed, useErrorOf } from './refund-form.tsx'

export function BanksPage(props: DeskAround & { readonly banks: readonly BankRow[] }) {
  const t = bankTexts(useFrame().locale)
  return (
    <DeskFrame
      {...props}
      title={t('banks.title')}
      lead={t('banks.lead')}
      actions={
        <>
          <LinkButton href={billingPaths.beneficiaries} variant="secondary">
            {t('beneficiaries.title')}
          </LinkButton>
          <LinkButton href={billingPaths.gateways} variant="secondary">
            {t('gateways.title')}
          </LinkButton>
          <LinkButton href={billingPaths.programs} variant="secondary">
            {programTexts(useFrame().locale)('title')}
          </LinkButton>
          <LinkButton href={billingPaths.newBank}>{t('banks.add')}</LinkButton>
        </>
      }
    >
      <Table
        caption={t('banks.title')}
        captionHidden
        rows={props.banks}
        rowKey={(bank) => bank.id}
        rowHref={(bank) => billingPaths.bank(bank.id)}
        empty={<EmptyState title={t('banks.none')}>{t('banks.none-help')}</EmptyState>}
        columns={[
          { key: 'name', label: t('bank.name'), header: true, cell: (bank) => bank.name },
          { key: 'service', label: t('bank.service'), cell: (bank) => bank.partner_service_id },
          {
            key: 'state',
            label: t('bank.is-open'),
            cell: (bank) => (
              <StatusTag tone={bank.is_open ? 'good' : 'neutral'}>
                {t(bank.is_open ? 'bank.open' : 'bank.closed')}
              </StatusTag>
            ),
          },
        ]}
      />
    </DeskFrame>
  )
}

type FormProps = DeskAround & { readonly typed: Typed }

export function NewBankPage(props: FormProps) {
  const t = bankTexts(useFrame().locale)
  const errorOf = useErrorOf(props.errors)
  const field = (name: string) => ({ name, value: props.typed[name], error: errorOf(name) })
  return (
    <DeskFrame {...props} title={t('banks.add')} lead={t('banks.lead')}>
      <form method="post" action={billingPaths.newBank} novalidate>
        <CsrfField />
        <TextField {...field('id')} label={t('bank.id')} hint={t('bank.id-hint')} maxLength={31} width="medium" />
        <TextField
          {...field('clientKey')}
          label={t('bank.client-key')}
          hint={t('bank.client-key-hint')}
          maxLength={64}
          autocomplete="off"
        />
        <BankFields field={field} isNew />
        <ButtonRow>
          <Button>{t('banks.add')}</Button>
        </ButtonRow>
      </form>
    </DeskFrame>
  )
}

type Field = (name: string) => { name: string; value: string | undefined; error: string | undefined }

function BankFields({ field, isNew }: { field: Field; isNew?: boolean }) {
  const t = bankTexts(useFrame().locale)
  const plain = { autocomplete: 'off' } as const
  return (
    <>
      <TextField {...field('name')} {...plain} label={t('bank.name')} maxLength={80} />
      <TextField {...field('partnerId')} {...plain} label={t('bank.partner-id')} maxLength={36} width="medium" />
      <TextField
        {...field('partnerServiceId')}
        {...plain}
        label={t('bank.service')}
        hint={t('bank.service-hint')}
        maxLength={8}
        inputMode="numeric"
        width="medium"
      />
      <TextArea {...field('publicKey')} label={t('bank.public-key')} hint={t('bank.public-key-hint')} rows={6} />
      <TextArea {...field('addresses')} label={t('bank.addresses')} hint={t('bank.addresses-hint')} rows={3} />
      <TextField
        {...field('baseUrl')}
        {...plain}
        label={t('bank.base-url')}
        hint={t('bank.base-url-hint')}
        maxLength={200}
      />
      <TextField {...field('ourClientKey')} {...plain} label={t('bank.our-client-key')} maxLength={64} />
      <TextField
        {...field('ourSecret')}
        {...plain}
        label={t('bank.our-secret')}
        hint={isNew ? undefined : t('bank.our-secret-hint')}
        maxLength={200}
      />
      <TextField {...field('merchantId')} {...plain} label={t('bank.merchant')} maxLength={64} width="medium" />
    </>
  )
}

export interface BankProps extends FormProps {
  readonly bank: BankRow
  /** Just made: shown this once. */
  readonly secret: string | undefined
  readonly origin: string
}

export function BankPage(props: BankProps) {
  const t = bankTexts(useFrame().locale)
  const { bank, typed } = props
  const errorOf = useErrorOf(props.errors)
  const known: Typed = {
    name: bank.name,
    partnerId: bank.partner_id,
    partnerServiceId: bank.partner_service_id,
    publicKey: bank.public_key,
    addresses: bank.addresses.join('\n'),
    baseUrl: bank.base_url ?? '',
    ourClientKey: bank.our_client_key ?? '',
    merchantId: bank.merchant_id ?? '',
    isOpen: bank.is_open ? 'ya' : 'tidak',
  }
  const field = (name: string) => ({ name, value: typed[name] ?? known[name], error: errorOf(name) })
  return (
    <DeskFrame {...props} title={bank.name}>
      {props.secret && (
        <Notice tone="soon" title={t('bank.secret-now')}>
          <p>
            <CopyText text={props.secret} label="client secret" />
          </p>
        </Notice>
      )}
      <Columns aside={<Keys {...props} />}>
        <form method="post" action={billingPaths.bank(bank.id)} novalidate>
          <CsrfField />
          <BankFields field={field} />
          <OpenAndSave {...field('isOpen')} />
        </form>
      </Columns>
    </DeskFrame>
  )
}

function Keys({ bank, origin }: BankProps) {
  const t = bankTexts(useFrame().locale)
  const ours = [billingPaths.snapToken, billingPaths.snapInquiry, billingPaths.snapPayment, billingPaths.snapStatus]
  return (
    <>
      <Section title={t('bank.keys')}>
        <SummaryList dense rows={[{ term: t('bank.client-key'), value: bank.client_key }]} />
        <p class="hint">{t('bank.our-public-key')}</p>
        <pre class="code">{bank.our_public_key}</pre>
        <form method="post" action={billingPaths.rotateBank(bank.id)}>
          <CsrfField />
          <p class="hint">{t('bank.rotate-note')}</p>
          <Button variant="secondary">{t('bank.rotate')}</Button>
        </form>
      </Section>
      <Section title={t('bank.addresses-ours')}>
        <ul class="rule-list">
          {ours.map((path) => (
            <li key={path}>
              <code>{`${origin}${path}`}</code>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

export interface BeneficiariesProps extends FormProps {
  readonly rows: readonly Selectable<BeneficiaryTable>[]
}

export function BeneficiariesPage(props: BeneficiariesProps) {
  const t = bankTexts(useFrame().locale)
  const errorOf = useErrorOf(props.errors)
  const field = (name: string) => ({ name, value: props.typed[name], error: errorOf(name) })
  return (
    <DeskFrame {...props} title={t('beneficiaries.title')} lead={t('beneficiaries.lead')}>
      <Table
        caption={t('beneficiaries.title')}
        captionHidden
        rows={props.rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', label: t('beneficiary.name'), header: true, cell: (row) => row.name },
          { key: 'id', label: t('beneficiary.id'), cell: (row) => row.id },
          { key: 'kind', label: t('beneficiary.kind'), cell: (row) => t(`beneficiary.kind-${row.kind}`) },
          { key: 'bank', label: t('beneficiary.bank'), cell: (row) => row.bank || t('beneficiary.missing') },
          {
            key: 'account',
            label: t('beneficiary.account'),
            cell: (row) => row.account_number || t('beneficiary.missing'),
          },
        ]}
      />
      <Section title={t('beneficiary.keep')}>
        <form method="post" action={billingPaths.beneficiaries} novalidate>
          <CsrfField />
          <TextField
            {...field('id')}
            label={t('beneficiary.id')}
            hint={t('beneficiary.id-hint')}
            maxLength={41}
            width="medium"
          />
          <Radios
            {...field('kind')}
            label={t('beneficiary.kind')}
            options={beneficiaryKinds.map((kind) => ({ value: kind, label: t(`beneficiary.kind-${kind}`) }))}
          />
          <TextField {...field('name')} label={t('beneficiary.name')} maxLength={120} autocomplete="off" />
          <TextField
            {...field('bank')}
            label={t('beneficiary.bank')}
            maxLength={80}
            autocomplete="off"
            width="medium"
          />
          <TextField
            {...field('accountNumber')}
            label={t('beneficiary.account')}
            maxLength={30}
            inputMode="numeric"
            autocomplete="off"
            width="medium"
          />
          <ButtonRow>
            <Button>{t('bank.save')}</Button>
          </ButtonRow>
        </form>
      </Section>
    </DeskFrame>
  )
}

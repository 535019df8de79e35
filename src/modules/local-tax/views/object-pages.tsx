import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { Columns, ErrorSummary, LinkButton, LinkList, Section, StatusTag, SummaryList } from '#ui/index.ts'
import { officialTaxes } from '../claims.ts'
import { detailFields } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { Assessment } from '../queries/assessments.ts'
import type { HistoryEntry } from '../queries/history.ts'
import type { Kin, Owner, TaxObject } from '../queries/objects.ts'
import { claimTexts } from '../texts/claims.ts'
import { objectTexts } from '../texts/objects.ts'
import { claimTitle } from './claim-words.tsx'
import { errorsOf, History, squareMetres, TaxFrame, type TaxPageProps } from './frame.tsx'
import { ObjectActs } from './object-acts.tsx'

export interface ObjectPageProps extends TaxPageProps {
  readonly object: TaxObject
  readonly villageName: string | undefined
  readonly owners: readonly Owner[]
  readonly kin: readonly Kin[]
  readonly notices: readonly Assessment[]
  readonly history: readonly HistoryEntry[]
  readonly typed: Readonly<Record<string, string>>
  readonly fromOn: Parameters<typeof ObjectActs>[0]['fromOn']
  readonly error: AppError | undefined
}

type DetailText = Parameters<ReturnType<typeof objectTexts>>[0]

export function ObjectPage(props: ObjectPageProps) {
  const { locale, object } = props
  const t = objectTexts(locale)
  const errors = errorsOf(props.error, locale)
  const mayChange =
    isPermitted(props.actor, 'local-tax.register', { territory: object.villageCode }) && object.state === 'active'
  const mayAssess =
    isPermitted(props.actor, 'local-tax.assess', { territory: object.villageCode }) &&
    object.state === 'active' &&
    object.taxpayerId !== undefined &&
    officialTaxes[object.kind] !== undefined
  return (
    <TaxFrame
      {...props}
      title={object.name}
      lead={
        <>
          <StatusTag tone={object.state === 'active' ? 'good' : 'neutral'}>{t(`state.${object.state}`)}</StatusTag>{' '}
          {t(`kind.${object.kind}`)}, {formatNop(object.code)}
        </>
      }
      crumbs={[{ label: t('title'), href: localTaxPaths.objects }, { label: formatNop(object.code) }]}
      actions={
        <>
          {mayAssess && (
            <LinkButton href={localTaxPaths.assessObject(object.id)} icon="plus">
              {t('assess')}
            </LinkButton>
          )}
          {mayChange && (
            <LinkButton href={localTaxPaths.editObject(object.id)} variant="secondary">
              {t('edit')}
            </LinkButton>
          )}
        </>
      }
    >
      <ErrorSummary errors={errors.list} />
      <Columns aside={mayChange ? <ObjectActs {...props} errorOf={errors.of} /> : undefined}>
        <Section title={t('facts')} id="data">
          <SummaryList dense rows={factsOf(props)} />
        </Section>
        <Owners {...props} />
        {props.kin.length > 0 && <KinList {...props} />}
        {(object.kind === 'land' || props.notices.length > 0) && <Notices {...props} />}
        <History {...props} entries={props.history} />
      </Columns>
    </TaxFrame>
  )
}

function factsOf({ object, locale, villageName }: ObjectPageProps) {
  const t = objectTexts(locale)
  const { land, kind } = object
  const owner = object.taxpayerId ? (
    <a href={localTaxPaths.taxpayer(object.taxpayerId)}>{object.ownerName}</a>
  ) : (
    t('owner-none')
  )
  return [
    { term: kind === 'land' ? t('nop') : t('number'), value: formatNop(object.code) },
    { term: t('owner'), value: owner },
    { term: t('address'), value: object.address },
    { term: t('village'), value: villageName ?? object.villageCode },
    ...(land
      ? [
          { term: t('land-area'), value: squareMetres(land.landArea, locale) },
          { term: t('land-price'), value: formatRupiah(BigInt(land.landPrice) * 100n) },
          { term: t('building-area'), value: squareMetres(land.buildingArea, locale) },
          { term: t('building-price'), value: formatRupiah(BigInt(land.buildingPrice) * 100n) },
          { term: t('land-use'), value: t(`use.${land.landUse}`) },
          { term: t('value'), value: formatRupiah(land.value) },
        ]
      : []),
    ...(kind === 'land'
      ? []
      : detailFields[kind].map((field) => ({
          term: t(`detail.${field}` as DetailText),
          value: String(object.details[field] ?? '–'),
        }))),
    { term: t('registered-on'), value: formatDay(object.registeredOn, locale) },
    ...(object.endedOn
      ? [{ term: t('ended-on'), value: `${formatDay(object.endedOn, locale)}. ${object.endReason ?? ''}` }]
      : []),
  ]
}

function Owners({ owners, locale }: ObjectPageProps) {
  const t = objectTexts(locale)
  if (owners.length === 0) return null
  return (
    <Section title={t('owners')} id="pemilik">
      <LinkList
        items={owners.map((owner) => {
          const from = formatDay(owner.fromOn, locale)
          const when = owner.toOn ? t('since-until', { from, to: formatDay(owner.toOn, locale) }) : t('since', { from })
          return {
            href: `${localTaxPaths.taxpayer(owner.taxpayerId)}#${owner.fromOn}`,
            title: owner.name,
            text: `${owner.npwpd}, ${when}. ${owner.ground}`,
          }
        })}
      />
    </Section>
  )
}

function KinList({ kin, locale }: ObjectPageProps) {
  const t = objectTexts(locale)
  return (
    <Section title={t('kin')} id="asal">
      <LinkList
        items={kin.map((one) => ({
          href: localTaxPaths.object(one.objectId),
          title: t(`kin.${one.how}-${one.isSource ? 'from' : 'into'}`, { code: formatNop(one.code) }),
          text: `${formatDay(one.on, locale)}. ${one.ground}`,
        }))}
      />
    </Section>
  )
}

function Notices({ notices, locale }: ObjectPageProps) {
  const t = objectTexts(locale)
  return (
    <Section title={t('notices')} id="sppt">
      {notices.length === 0 ? (
        <p class="hint">{t('notices-none')}</p>
      ) : (
        <LinkList
          items={notices.map((one) => ({
            href: localTaxPaths.assessment(one.id),
            title: claimTitle(one, locale),
            text: `${formatRupiah(one.amount)}, ${claimTexts(locale)(`state.${one.state}`)}`,
          }))}
        />
      )}
    </Section>
  )
}

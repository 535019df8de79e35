import { formatDay } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { type Assessment, taxNames } from '#modules/local-tax/index.ts'
import { localTaxPaths } from '#modules/local-tax/paths.ts'
import { CitizenLayout, EmptyState, LinkButton, LinkList, Section, useFrame, withQuery } from '#ui/index.ts'
import { taxReturnPaths } from '../paths.ts'
import type { TaxReturn } from '../queries/returns.ts'
import { ownTexts } from '../texts/own.ts'
import { StateTag, shownState, titleOf } from './return-words.tsx'

interface PageProps {
  readonly waiting: readonly TaxReturn[]
  readonly others: readonly TaxReturn[]
  readonly hasMore: boolean
  readonly isFirstPage: boolean
  readonly claims: ReadonlyMap<string, Assessment>
  readonly today: Temporal.PlainDate
}

/** Everything that somebody owes a return for, what waits first. */
export function OwnListPage({ waiting, others, hasMore, isFirstPage, claims, today }: PageProps) {
  const { locale } = useFrame()
  const t = ownTexts(locale)
  const isEmpty = waiting.length === 0 && others.length === 0
  const money = (one: TaxReturn) => {
    const claim = one.assessmentId ? claims.get(one.assessmentId) : undefined
    if (!claim) return []
    if (claim.owed > 0n) return [t('to-pay', { amount: formatRupiah(claim.owed) })]
    return [claim.state === 'nil' ? t('nil') : t('paid-up')]
  }
  return (
    <CitizenLayout
      title={t('title')}
      lead={t('lead')}
      breadcrumb={[{ label: t('own-taxes'), href: localTaxPaths.own }, { label: t('title') }]}
      narrow
      private
    >
      {isEmpty && isFirstPage ? (
        <EmptyState
          title={t('none')}
          icon="search"
          action={<LinkButton href={localTaxPaths.own}>{t('own-taxes')}</LinkButton>}
        >
          {t('none-help')}
        </EmptyState>
      ) : (
        isFirstPage && (
          <Section title={t('waiting')}>
            {waiting.length === 0 ? (
              <p>{t('waiting-none')}</p>
            ) : (
              <LinkList
                headingLevel={3}
                items={waiting.map((one) => {
                  const state = shownState(one, today)
                  const day = formatDay(one.fileDueOn, locale)
                  return {
                    title: titleOf(one, locale),
                    href: taxReturnPaths.ownReturn(one.id),
                    text: [
                      taxNames[one.tax][locale],
                      t(state === 'late' ? 'file-late' : 'file-until', { day }),
                      ...(one.draft ? [t('draft')] : []),
                    ].join('. '),
                    note: <StateTag state={state} locale={locale} />,
                  }
                })}
              />
            )}
          </Section>
        )
      )}
      {others.length > 0 && (
        <Section title={t('others')}>
          <LinkList
            headingLevel={3}
            items={others.map((one) => ({
              title: titleOf(one, locale),
              href: taxReturnPaths.ownReturn(one.id),
              text: [
                taxNames[one.tax][locale],
                ...(one.taxAmount === undefined ? [] : [formatRupiah(one.taxAmount)]),
                ...money(one),
              ].join(', '),
              note: <StateTag state={one.state} locale={locale} />,
            }))}
          />
          {hasMore && (
            <p>
              <a href={withQuery(taxReturnPaths.own, { sebelum: others.at(-1)?.month.toString() })}>{t('more')}</a>
            </p>
          )}
        </Section>
      )}
    </CitizenLayout>
  )
}

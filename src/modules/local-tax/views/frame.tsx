import type { ComponentChildren } from 'preact'
import type { Actor } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type Crumb, Section, StaffLayout } from '#ui/index.ts'
import { localTaxPaths } from '../paths.ts'
import type { HistoryEntry } from '../queries/history.ts'
import { taxTexts } from '../texts/taxpayers.ts'

/** What every page of local taxes is drawn with. */
export interface TaxPageProps {
  readonly locale: Locale
  readonly actor: Actor
  readonly notice?: string | undefined
  readonly zone: Zone
}

interface FrameProps extends TaxPageProps {
  readonly title: string
  readonly lead?: ComponentChildren
  readonly actions?: ComponentChildren
  readonly crumbs?: readonly Crumb[] | undefined
  readonly children: ComponentChildren
}

export function TaxFrame(props: FrameProps) {
  const t = taxTexts(props.locale)
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      notice={props.notice}
      desk={t('desk')}
      unit={props.actor.position?.unitName}
      breadcrumb={props.crumbs}
      nav={[
        { label: t('nav.home'), href: localTaxPaths.home },
        { label: t('nav.taxpayers'), href: localTaxPaths.taxpayers },
        { label: t('nav.objects'), href: localTaxPaths.objects },
        { label: t('nav.returns'), href: localTaxPaths.returns },
        { label: t('nav.runs'), href: localTaxPaths.runs },
        { label: t('nav.assessments'), href: localTaxPaths.assessments },
        { label: t('nav.arrears'), href: localTaxPaths.arrears },
        { label: t('nav.proposals'), href: localTaxPaths.proposals },
        { label: t('nav.prints'), href: localTaxPaths.prints },
        { label: t('nav.realization'), href: localTaxPaths.realization },
      ]}
    >
      {props.children}
    </StaffLayout>
  )
}

/** Errors at their fields; one without a field stands for the whole form. */
export function errorsOf(error: AppError | undefined, locale: Locale) {
  const list = (error?.fields ?? []).map(({ path, message }) => ({
    name: path.split('.').at(-1) || undefined,
    text: message[locale],
  }))
  if (error && list.length === 0) list.push({ name: undefined, text: error.say(locale) })
  return { list, of: (name: string) => list.find((item) => item.name === name)?.text }
}

type EventText = Parameters<ReturnType<typeof taxTexts>>[0]

/** What was done, by whom, and why. */
export function History({ entries, locale, zone }: TaxPageProps & { entries: readonly HistoryEntry[] }) {
  const t = taxTexts(locale)
  if (entries.length === 0) return null
  return (
    <Section title={t('history')} id="riwayat">
      <ol class="plain-list">
        {entries.map((entry) => {
          const why = entry.payload['reason'] ?? entry.payload['ground']
          return (
            <li key={entry.id}>
              <b>{t(`event.${entry.event.split('.')[1]}` as EventText)}</b>
              <span class="hint">
                {' '}
                {formatShort(entry.at, locale, zone)}, {entry.by.startsWith('local-tax.') ? t('system') : entry.by}
              </span>
              {typeof why === 'string' && <blockquote class="quote">{why}</blockquote>}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

/** Square metres as people read them: "200,25 m²". */
export const squareMetres = (text: string, locale: TaxPageProps['locale']) =>
  `${new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 2 }).format(Number(text))} m²`

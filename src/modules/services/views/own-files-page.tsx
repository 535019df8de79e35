import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import {
  CitizenLayout,
  CursorPagination,
  EmptyState,
  FilterBar,
  LinkButton,
  LinkList,
  Section,
  useFrame,
} from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { OwnFile } from '../queries/cases.ts'
import { statusTexts } from '../texts/status.ts'
import { serviceTexts } from '../texts.ts'

export interface OwnFilesProps {
  readonly drafts: readonly { readonly id: string; readonly title: string; readonly savedAt: Temporal.Instant }[]
  readonly consents: readonly { readonly draftId: string; readonly title: string; readonly applicant: string }[]
  readonly cases: readonly (OwnFile & { readonly title: string; readonly stateLabel: string })[]
  readonly query: string | undefined
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
  readonly zone: Zone
}

export function OwnFilesPage(props: OwnFilesProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const s = statusTexts(locale)
  const { drafts, cases, consents, zone } = props
  const isEmpty = drafts.length + cases.length + consents.length === 0
  const isSearch = Boolean(props.query || props.firstHref)
  return (
    <CitizenLayout title={t('own.title')} lead={t('own.lead')} narrow private>
      {isEmpty && !isSearch && (
        <EmptyState
          title={t('own.empty')}
          icon="file-text"
          action={<LinkButton href={servicePaths.catalogue}>{t('catalogue.all')}</LinkButton>}
        >
          {t('own.empty-help')}
        </EmptyState>
      )}
      {consents.length > 0 && (
        <Section title={s('own.consents')}>
          <LinkList
            headingLevel={3}
            items={consents.map((consent) => ({
              title: consent.title,
              href: servicePaths.consent(consent.draftId),
              text: s('own.consent', { name: consent.applicant }),
            }))}
          />
        </Section>
      )}
      {drafts.length > 0 && (
        <Section title={t('own.drafts')}>
          <LinkList
            headingLevel={3}
            items={drafts.map((draft) => ({
              title: draft.title,
              href: servicePaths.draft(draft.id),
              text: t('draft.saved-at', { when: formatShort(draft.savedAt, locale, zone) }),
              note: t('own.resume'),
            }))}
          />
        </Section>
      )}
      {(cases.length > 0 || isSearch) && (
        <Section title={t('own.cases')}>
          {(isSearch || props.nextHref) && (
            <FilterBar
              action={servicePaths.ownFiles}
              search={{ name: 'q', value: props.query, label: s('own.search') }}
            />
          )}
          {cases.length === 0 ? (
            <EmptyState title={s('own.none')} />
          ) : (
            <LinkList
              headingLevel={3}
              items={cases.map((file) => ({
                title: `${file.title}, ${file.subjectName}`,
                href: servicePaths.ownCase(file.id),
                text: [
                  file.number,
                  file.byMandate && (file.isAgent ? s('own.for', { name: file.applicantName }) : s('own.by-agent')),
                  file.unread > 0 && s('own.unread', { n: file.unread }),
                ]
                  .filter(Boolean)
                  .join(', '),
                note: file.stateLabel,
              }))}
            />
          )}
          <CursorPagination previousHref={props.firstHref} nextHref={props.nextHref} />
        </Section>
      )}
      <p>
        <a href={servicePaths.mandates}>{s('own.mandates')}</a>
      </p>
    </CitizenLayout>
  )
}

import type { Locale } from '#kernel/i18n/texts.ts'
import { CitizenLayout, EmptyState, SummaryList } from '#ui/index.ts'
import type { Unit } from '../queries/units.ts'
import { organizationTexts } from '../texts.ts'

/** The public directory: offices that people can go to. */
export function OfficesPage({ locale, offices }: { locale: Locale; offices: readonly Unit[] }) {
  const t = organizationTexts(locale)
  return (
    <CitizenLayout title={t('offices')} lead={t('offices-lead')} description={t('offices-lead')}>
      {offices.length === 0 && <EmptyState title={t('offices-empty')} icon="building-2" />}
      {offices.map((office) => (
        <section key={office.id} class="section" id={office.code} aria-labelledby={`office-${office.code}`}>
          <h2 id={`office-${office.code}`}>{office.name}</h2>
          <SummaryList
            rows={[
              ...(office.address ? [{ term: t('address'), value: office.address }] : []),
              ...(office.phone
                ? [
                    {
                      term: t('phone'),
                      value: <a href={`tel:${office.phone.replace(/[^\d+]/g, '')}`}>{office.phone}</a>,
                    },
                  ]
                : []),
              ...(office.email
                ? [{ term: t('email'), value: <a href={`mailto:${office.email}`}>{office.email}</a> }]
                : []),
            ]}
          />
        </section>
      ))}
    </CitizenLayout>
  )
}

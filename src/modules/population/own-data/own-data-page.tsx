import type { Zone } from '#kernel/clock/clock.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  ageOn,
  familyRelationLabels,
  formatNik,
  maritalStatusLabels,
  maskNik,
  sexLabels,
} from '#modules/people/index.ts'
import { ButtonRow, CitizenLayout, LinkButton, LinkList, Notice, Section, SummaryList, Table } from '#ui/index.ts'
import { cardPaths } from '../cards/paths.ts'
import type { OwnData } from './own-data.ts'
import { ownDataPaths } from './paths.ts'
import { ownDataTexts } from './texts.ts'

export interface OwnDataProps {
  readonly locale: Locale
  readonly zone: Zone
  readonly now: Temporal.Instant
  readonly data: OwnData
  /** Numbers are shown in full. */
  readonly open: boolean
}

/** What is recorded of somebody and his family, his papers, and what he can do about it. */
export function OwnDataPage(props: OwnDataProps) {
  const { locale } = props
  const t = ownDataTexts(locale)
  const service = (slug: string, title: string) => ({ title, href: `/layanan/${slug}` })
  return (
    <CitizenLayout title={t('title')} lead={t('lead')} private>
      <Facts {...props} />
      <Family {...props} />
      <Documents {...props} />
      <Events {...props} />
      <Section title={t('wrong')} id="perbaikan">
        <LinkList
          items={[
            service('perubahan-data-penduduk', t('wrong-data')),
            service('perubahan-nama', t('wrong-name')),
            service('pembetulan-akta', t('wrong-certificate')),
            service('pindah-dalam-daerah', t('wrong-address')),
          ]}
        />
      </Section>
      <Section title={t('control')} id="siapa">
        <LinkList
          items={[
            { title: t('readings'), href: '/siapa-melihat-data-saya' },
            { title: t('checks'), href: '/akun/data-saya/pemeriksaan' },
            { title: t('digital-cards'), href: '/akun/kartu-digital' },
          ]}
        />
      </Section>
      <Section title={t('take')} id="bawa">
        <p>{t('take-lead')}</p>
        <ButtonRow>
          <LinkButton href={ownDataPaths.file} variant="secondary" icon="download">
            {t('take-link')}
          </LinkButton>
        </ButtonRow>
      </Section>
    </CitizenLayout>
  )
}

function Facts({ locale, data, open }: OwnDataProps) {
  const t = ownDataTexts(locale)
  const { person, card, nik } = data
  const address = card?.address
  const row = (term: string, value: string | undefined) => (value ? [{ term, value }] : [])
  const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  return (
    <Section title={t('me')} id="saya">
      {person.checkReason && <Notice tone="soon">{t('checked', { reason: person.checkReason })}</Notice>}
      <SummaryList
        rows={[
          ...row(t('name'), person.fullName),
          {
            term: t('nik'),
            value: nik,
            action: {
              href: open ? ownDataPaths.page : `${ownDataPaths.page}?nomor=lengkap`,
              label: t(open ? 'hide-numbers' : 'show-numbers'),
            },
          },
          ...row(t('kk'), card && (open ? formatNik(card.kkNumber) : maskNik(card.kkNumber))),
          ...row(t('born'), `${person.birthPlace}, ${day(person.birthOn)}`),
          ...row(t('sex'), sexLabels[person.sex][locale]),
          ...row(t('religion'), person.religion),
          ...row(t('education'), person.education),
          ...row(t('occupation'), person.occupation),
          ...row(t('marital'), maritalStatusLabels[person.maritalStatus][locale]),
          ...row(t('blood'), person.bloodType),
          ...row(t('citizenship'), person.citizenship),
          ...row(t('mother'), person.motherName),
          ...row(t('father'), person.fatherName),
          ...row(
            t('address'),
            address &&
              `${address.street}, RT ${address.rt}/RW ${address.rw}, ${address.village}, ${address.district}, ${address.regency}`,
          ),
        ]}
      />
    </Section>
  )
}

function Family({ locale, data, now, zone }: OwnDataProps) {
  const t = ownDataTexts(locale)
  const today = dayOf(now, zone)
  const { card } = data
  return (
    <Section title={t('family')} id="keluarga">
      {card ? (
        <>
          <Table
            caption={t('family')}
            captionHidden
            rows={card.members}
            rowKey={(member) => member.personId}
            columns={[
              { key: 'name', label: t('name'), header: true, cell: (member) => member.name },
              {
                key: 'relation',
                label: t('relation'),
                cell: (member) => familyRelationLabels[member.relation][locale],
              },
              { key: 'age', label: t('age'), cell: (member) => t('years', { n: ageOn(member.birthOn, today) }) },
              {
                key: 'marital',
                label: t('marital'),
                cell: (member) => maritalStatusLabels[member.maritalStatus][locale],
              },
            ]}
          />
          <p class="hint">
            {t('version', { n: card.version, day: formatDay(Temporal.PlainDate.from(card.issuedOn), locale) })}
          </p>
        </>
      ) : (
        <p>{t('family-none')}</p>
      )}
    </Section>
  )
}

function Documents({ locale, zone, data }: OwnDataProps) {
  const t = ownDataTexts(locale)
  return (
    <Section title={t('documents')} id="dokumen">
      <Table
        caption={t('documents')}
        captionHidden
        rows={data.documents}
        rowKey={(paper) => paper.id}
        empty={<p>{t('documents-none')}</p>}
        columns={[
          { key: 'title', label: t('document'), header: true, cell: (paper) => `${paper.title}, ${paper.number}` },
          { key: 'issued', label: t('issued'), cell: (paper) => formatDay(dayOf(paper.issuedAt, zone), locale) },
          {
            key: 'file',
            label: t('download'),
            cell: (paper) => (
              <a href={`/dokumen/${paper.id}.pdf`}>
                {t('download')} <span class="sr-only">{paper.title}</span>
              </a>
            ),
          },
        ]}
      />
      <ButtonRow>
        <LinkButton href="/layanan/terbit-ulang-dokumen" variant="secondary">
          {t('reissue')}
        </LinkButton>
        <LinkButton href={cardPaths.own} variant="secondary">
          {t('own-cards')}
        </LinkButton>
      </ButtonRow>
    </Section>
  )
}

function Events({ locale, data }: OwnDataProps) {
  const t = ownDataTexts(locale)
  const standing = data.history.filter((row) => row.stands)
  return (
    <Section title={t('events')} id="peristiwa">
      {standing.length === 0 ? (
        <p>{t('events-none')}</p>
      ) : (
        <SummaryList
          rows={standing.map((row) => ({
            term: formatDay(Temporal.PlainDate.from(row.validOn), locale),
            value: row.reason,
          }))}
        />
      )}
    </Section>
  )
}

import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { Notice, Section, SummaryList, Table, useFrame } from '#ui/index.ts'
import { ageOn } from '../domain.ts'
import { peoplePaths } from '../paths.ts'
import type { FamilyVersion } from '../queries/families.ts'
import type { Family, Person } from '../queries/rows.ts'
import { familyRelationLabels, maritalStatusLabels, sexLabels } from '../terms.ts'
import { registerTexts } from '../texts.ts'
import { type PeopleAround, PeopleFrame } from './people-frame.tsx'

export interface FamilyPageProps extends PeopleAround {
  readonly family: Family
  /** Masked. */
  readonly kkNumber: string
  readonly members: readonly Person[]
  readonly versions: readonly FamilyVersion[]
  readonly village: string
  readonly district: string
  readonly today: Temporal.PlainDate
  readonly zone: Zone
}

/** A family card with its members and its history. */
export function FamilyPage(props: FamilyPageProps) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  const { family, members, versions, today } = props
  const head = members.find((member) => member.id === family.headPersonId) ?? members[0]
  const title = head ? t('family-of', { head: head.fullName }) : t('family-title')
  const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  return (
    <PeopleFrame
      {...props}
      title={title}
      breadcrumb={[{ label: t('title'), href: peoplePaths.register }, { label: title }]}
    >
      {family.closedOn && <Notice tone="soon">{t('closed', { day: day(family.closedOn) })}</Notice>}
      <SummaryList
        dense
        rows={[
          { term: t('kk-number'), value: props.kkNumber },
          {
            term: t('address'),
            value: t('address-line', {
              street: family.address,
              rt: family.rt,
              rw: family.rw,
              village: props.village,
              district: props.district,
            }),
          },
          { term: t('version'), value: t('version-now', { version: family.version, day: day(family.issuedOn) }) },
        ]}
      />
      <Section title={t('members')} id="members">
        <Table
          caption={t('members')}
          captionHidden
          dense
          rows={members}
          rowKey={(member) => member.id}
          rowHref={(member) => peoplePaths.person(member.id)}
          columns={[
            { key: 'name', label: t('name'), header: true, cell: (member) => member.fullName },
            {
              key: 'relation',
              label: t('relation'),
              cell: (member) => familyRelationLabels[member.familyRelation][locale],
            },
            { key: 'sex', label: t('sex'), cell: (member) => sexLabels[member.sex][locale] },
            {
              key: 'age',
              label: t('age'),
              align: 'end',
              cell: (member) => t('years', { age: ageOn(member.birthOn, today) }),
            },
            {
              key: 'marital',
              label: t('marital-status'),
              cell: (member) => maritalStatusLabels[member.maritalStatus][locale],
            },
            { key: 'occupation', label: t('occupation'), cell: (member) => member.occupation },
          ]}
        />
      </Section>
      <Section title={t('versions')} id="versions">
        <Table
          caption={t('versions')}
          captionHidden
          dense
          rows={versions}
          rowKey={(version) => String(version.version)}
          empty={<p class="hint">{t('versions-none')}</p>}
          columns={[
            { key: 'version', label: t('version'), header: true, cell: (version) => String(version.version) },
            { key: 'reason', label: t('reason'), cell: (version) => version.reason },
            { key: 'since', label: t('since'), cell: (version) => formatShort(version.validFrom, locale, props.zone) },
          ]}
        />
      </Section>
    </PeopleFrame>
  )
}

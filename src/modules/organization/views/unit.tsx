import type { Area } from '#modules/territory/index.ts'
import { LinkButton, Section, Table } from '#ui/index.ts'
import { type Holding, holdersOn } from '../domain.ts'
import { organizationPaths } from '../paths.ts'
import type { NamedHolding, Position } from '../queries/positions.ts'
import type { Role } from '../queries/roles.ts'
import type { Unit } from '../queries/units.ts'
import { organizationTexts } from '../texts.ts'
import { AdminFrame, type AdminPage } from './admin-frame.tsx'
import { formatPeriod } from './days.ts'
import { HoldingTable } from './holdings.tsx'
import { UnitFacts } from './units.tsx'

interface UnitProps extends AdminPage {
  readonly unit: Unit
  /** Where it serves; undefined means the whole region. */
  readonly area: Area | undefined
  readonly positions: readonly Position[]
  readonly holdings: readonly NamedHolding[]
  readonly roles: readonly Role[]
  readonly day: string
  readonly mayEdit: boolean
  readonly mayAssign: boolean
}

/** A unit: what it is, its posts, who holds them today, and who did before. */
export function UnitPage(props: UnitProps) {
  const { locale, unit, positions, holdings, mayEdit } = props
  const t = organizationTexts(locale)
  const open = !unit.validTo
  return (
    <AdminFrame
      {...props}
      title={unit.name}
      crumbs={[{ label: unit.name }]}
      actions={
        mayEdit &&
        open && (
          <>
            <LinkButton href={organizationPaths.newPosition(unit.id)} icon="plus">
              {t('new-position')}
            </LinkButton>
            <LinkButton href={organizationPaths.newUnit(unit.id)} variant="secondary">
              {t('new-subunit')}
            </LinkButton>
            <LinkButton href={organizationPaths.editUnit(unit.id)} variant="secondary">
              {t('edit')}
            </LinkButton>
            <LinkButton href={organizationPaths.closeUnit(unit.id)} variant="quiet">
              {t('close')}
            </LinkButton>
          </>
        )
      }
    >
      <UnitFacts locale={locale} unit={unit} area={props.area} />
      <Section title={t('positions')}>
        <Table
          caption={t('positions')}
          captionHidden
          rows={positions}
          rowKey={(position) => position.id}
          rowHref={(position) => organizationPaths.position(position.id)}
          empty={<p class="hint">{t('positions-empty')}</p>}
          columns={[
            { key: 'title', label: t('position'), header: true, cell: (position) => position.title },
            { key: 'holder', label: t('holder-today'), cell: (position) => holdersText(props, position) },
            { key: 'roles', label: t('roles'), cell: (position) => rolesText(props, position) },
            {
              key: 'period',
              label: t('period'),
              cell: (position) => formatPeriod({ from: position.validFrom, to: position.validTo }, locale),
            },
          ]}
        />
      </Section>
      <Section title={t('history')}>
        <HoldingTable {...props} holdings={holdings} positions={positions} />
      </Section>
    </AdminFrame>
  )
}

function holdersText({ locale, holdings, day }: UnitProps, position: Position): string {
  const t = organizationTexts(locale)
  const today = holdersOn(
    holdings.filter((holding) => holding.positionId === position.id) as (NamedHolding & Holding)[],
    day,
  )
  if (today.length === 0) return t('vacant')
  return today
    .map(({ displayName, manner }) =>
      manner === 'definitif' ? displayName : `${displayName} (${t(`manner-short-${manner}`)})`,
    )
    .join('; ')
}

function rolesText({ locale, roles }: UnitProps, position: Position): string {
  const names = position.roles.map((key) => roles.find((role) => role.key === key)?.name[locale] ?? key)
  return names.join(', ') || organizationTexts(locale)('roles-none')
}

import { isPermitted } from '#kernel/access/access.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { LinkButton, StatusTag } from '#ui/index.ts'
import { objectKinds } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { TaxObject } from '../queries/objects.ts'
import { objectTexts } from '../texts/objects.ts'
import { type AreaOption, type ListProps, TaxList } from './tax-list.tsx'

interface PageProps
  extends ListProps<{
    readonly q: string
    readonly jenis?: string | undefined
    readonly keadaan?: string | undefined
    readonly wilayah: string
  }> {
  readonly rows: readonly TaxObject[]
  readonly areas: readonly AreaOption[]
}

export function ObjectListPage(props: PageProps) {
  const { locale, query } = props
  const t = objectTexts(locale)
  return (
    <TaxList
      {...props}
      title={t('title')}
      lead={t('lead')}
      actions={
        isPermitted(props.actor, 'local-tax.register') && (
          <LinkButton href={localTaxPaths.newObject} icon="plus">
            {t('new')}
          </LinkButton>
        )
      }
      path={localTaxPaths.objects}
      searchLabel={t('search')}
      selects={[
        {
          name: 'jenis',
          label: t('kind'),
          value: query.jenis,
          options: objectKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        },
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: (['active', 'ended'] as const).map((value) => ({ value, label: t(`state.${value}`) })),
        },
        { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
      ]}
      rowHref={(row) => localTaxPaths.object(row.id)}
      none={[t('none'), t('none-help')]}
      noMatch={[t('no-match'), t('no-match-help')]}
      columns={[
        { key: 'code', label: t('number'), header: true, cell: (row) => formatNop(row.code) },
        { key: 'name', label: t('name'), cell: (row) => row.name },
        { key: 'kind', label: t('kind'), cell: (row) => t(`kind.${row.kind}`) },
        { key: 'owner', label: t('owner'), cell: (row) => row.ownerName ?? t('owner-none') },
        {
          key: 'value',
          label: t('value'),
          align: 'end',
          cell: (row) => (row.land ? formatRupiah(row.land.value) : '–'),
        },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => (
            <StatusTag tone={row.state === 'active' ? 'good' : 'neutral'}>{t(`state.${row.state}`)}</StatusTag>
          ),
        },
      ]}
    />
  )
}

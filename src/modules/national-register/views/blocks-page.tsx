import { formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  EmptyState,
  NumberField,
  Section,
  Select,
  Table,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { nationalPaths } from '../paths.ts'
import type { NumberBlock } from '../queries/numbers.ts'
import { adminTexts } from '../texts-admin.ts'
import { type Around, NationalFrame, useErrorOf } from './frame.tsx'

export interface BlocksProps extends Around {
  readonly blocks: readonly NumberBlock[]
  readonly districts: readonly { readonly value: string; readonly label: string }[]
  readonly typed: Readonly<Record<string, string>>
}

export function BlocksPage(props: BlocksProps) {
  const { locale } = useFrame()
  const t = adminTexts(locale)
  const nameOf = (code: string) => props.districts.find(({ value }) => value === code)?.label ?? code
  const digits = (value: number) => String(value).padStart(4, '0')
  return (
    <NationalFrame {...props} title={t('blocks.title')} lead={t('blocks.lead')}>
      <Columns aside={<AddForm {...props} />}>
        <Table
          caption={t('blocks.title')}
          captionHidden
          dense
          rows={props.blocks}
          rowKey={(block) => block.id}
          empty={<EmptyState title={t('blocks.none')}>{t('blocks.none-help')}</EmptyState>}
          columns={[
            {
              key: 'district',
              label: t('blocks.district'),
              header: true,
              cell: (block) => nameOf(block.districtCode),
            },
            { key: 'kind', label: t('blocks.kind'), cell: (block) => t(`blocks.kind-${block.kind}`) },
            { key: 'first', label: t('blocks.first'), cell: (block) => digits(block.first) },
            { key: 'last', label: t('blocks.last'), cell: (block) => digits(block.last) },
            { key: 'letter', label: t('blocks.letter'), cell: (block) => block.letter },
            { key: 'by', label: t('blocks.by'), cell: (block) => block.addedBy },
            {
              key: 'end',
              label: t('blocks.valid'),
              cell: (block) =>
                block.endedAt ? (
                  t('blocks.ended', { when: formatShort(block.endedAt, locale, props.zone) })
                ) : (
                  <form method="post" action={nationalPaths.endBlock(block.id)}>
                    <CsrfField />
                    <Button variant="quiet" small>
                      {t('blocks.end')}
                      <span class="sr-only"> {`${digits(block.first)}–${digits(block.last)}`}</span>
                    </Button>
                  </form>
                ),
            },
          ]}
        />
      </Columns>
    </NationalFrame>
  )
}

function AddForm(props: BlocksProps) {
  const { locale } = useFrame()
  const t = adminTexts(locale)
  const errorOf = useErrorOf(props.errors)
  const field = (name: string) => ({ name, value: props.typed[name], error: errorOf(name) })
  return (
    <Section title={t('blocks.add')}>
      <form method="post" action={nationalPaths.blocks} novalidate>
        <CsrfField />
        <Select
          {...field('kind')}
          label={t('blocks.kind')}
          empty={false}
          options={(['nik', 'kk'] as const).map((value) => ({ value, label: t(`blocks.kind-${value}`) }))}
        />
        <Select {...field('districtCode')} label={t('blocks.district')} options={props.districts} />
        <NumberField {...field('first')} label={t('blocks.first')} maxLength={4} />
        <NumberField {...field('last')} label={t('blocks.last')} maxLength={4} />
        <TextField {...field('letter')} label={t('blocks.letter')} maxLength={120} autocomplete="off" />
        <ButtonRow>
          <Button>{t('blocks.add')}</Button>
        </ButtonRow>
      </form>
    </Section>
  )
}

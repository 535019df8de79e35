import type { Zone } from '#kernel/clock/clock.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import type { Witness } from '#kernel/proof-log/witnesses.ts'
import { Button, CsrfField, ErrorSummary, Section, StaffLayout, Stats, Table, TextField, useFrame } from '#ui/index.ts'
import { oversightPaths } from '../paths.ts'
import { proofTexts } from '../proof-texts.ts'
import { oversightTexts } from '../texts.ts'

export interface WitnessesPageProps {
  readonly witnesses: readonly Witness[]
  readonly waiting: number
  readonly zone: Zone
  readonly notice: string | undefined
  readonly unit: string | undefined
  readonly typed: string
  readonly error: string | undefined
}

export function WitnessesPage(props: WitnessesPageProps) {
  const { locale } = useFrame()
  const t = proofTexts(locale)
  const { error, zone } = props
  return (
    <StaffLayout
      title={t('admin.title')}
      lead={t('admin.lead')}
      desk={oversightTexts(locale)('journal.desk')}
      unit={props.unit}
      notice={props.notice}
    >
      {error && <ErrorSummary errors={[{ name: 'key', text: error }]} />}
      <form method="post" action={oversightPaths.witnesses}>
        <CsrfField />
        <TextField
          name="key"
          label={t('admin.key')}
          hint={t('admin.key-hint')}
          value={props.typed}
          error={error}
          maxLength={400}
          spellcheck={false}
        />
        <Button>{t('admin.add')}</Button>
      </form>
      <Section title={t('admin.list')} id="daftar">
        <Table
          caption={t('admin.list')}
          captionHidden
          rows={props.witnesses}
          rowKey={(witness) => witness.id}
          empty={<p class="hint">{t('witness.none')}</p>}
          columns={[
            { key: 'name', label: t('witness.name'), header: true, cell: (witness) => witness.name },
            { key: 'key', label: t('admin.key'), cell: ({ key }) => <code class="break-all">{key}</code> },
            {
              key: 'registered',
              label: t('admin.registered'),
              cell: (witness) => formatShort(witness.registeredAt, locale, zone),
            },
            {
              key: 'latest',
              label: t('witness.latest'),
              cell: ({ latest }) =>
                latest
                  ? t('witness.saw', {
                      size: formatNumber(latest.size, locale),
                      at: formatShort(latest.at, locale, zone),
                    })
                  : t('witness.never'),
            },
            { key: 'end', label: t('admin.retire'), cell: (witness) => <Retire witness={witness} zone={zone} /> },
          ]}
        />
      </Section>
      <Stats
        label={t('admin.waiting')}
        items={[{ value: formatNumber(props.waiting, locale), text: t('admin.waiting') }]}
      />
    </StaffLayout>
  )
}

function Retire({ witness, zone }: { witness: Witness; zone: Zone }) {
  const { locale } = useFrame()
  const t = proofTexts(locale)
  if (witness.retiredAt) return <>{t('admin.retired', { at: formatShort(witness.retiredAt, locale, zone) })}</>
  return (
    <form method="post" action={`${oversightPaths.witnesses}/${witness.id}/akhiri`}>
      <CsrfField />
      <Button variant="quiet">
        {t('admin.retire')} <span class="sr-only">{witness.name}</span>
      </Button>
    </form>
  )
}

import { formatDay } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { formatNik, sexLabels } from '#modules/people/index.ts'
import { StatusTag, Table, ToneText, useFrame } from '#ui/index.ts'
import { differs, type SideBySide } from '../domain.ts'
import { differenceTexts } from '../texts-difference.ts'

/** Ours beside theirs, what differs first and marked in words and in colour. */
export function SidesTable({ sides }: { readonly sides: readonly SideBySide[] }) {
  const { locale } = useFrame()
  const d = differenceTexts(locale)
  return (
    <Table
      caption={d('sides.title')}
      captionHidden
      dense
      rows={[...sides].sort((a, b) => Number(differs(b)) - Number(differs(a)))}
      rowKey={(side) => side.field}
      empty={<p class="hint">{d('sides.none')}</p>}
      columns={[
        { key: 'field', label: d('sides.field'), header: true, cell: (side) => d(`field.${side.field}`) },
        { key: 'ours', label: d('sides.ours'), cell: (side) => shown(side.field, side.ours, locale) ?? '–' },
        {
          key: 'theirs',
          label: d('sides.theirs'),
          cell: (side) => {
            const text = shown(side.field, side.theirs, locale)
            if (text === undefined) return <span class="hint">{d('sides.unsaid')}</span>
            return differs(side) ? <ToneText tone="late">{text}</ToneText> : text
          },
        },
        {
          key: 'verdict',
          label: d('sides.verdict'),
          cell: (side) =>
            side.theirs === undefined ? null : (
              <StatusTag tone={differs(side) ? 'late' : 'neutral'}>
                {d(differs(side) ? 'sides.differs' : 'sides.same')}
              </StatusTag>
            ),
        },
      ]}
    />
  )
}

export function shown(field: string, value: string | undefined, locale: Locale): string | undefined {
  if (value === undefined) return undefined
  if (field === 'sex') return value === 'male' || value === 'female' ? sexLabels[value][locale] : value
  if (field === 'nik' || field === 'kkNumber') return formatNik(value)
  if (field === 'birthOn' || field === 'diedOn') {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(Temporal.PlainDate.from(value), locale) : value
  }
  return value
}

import { Button, ButtonRow, CsrfField, ExportLinks, FilterBar, TextField, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { queueTexts } from '../texts/desk.ts'
import type { QueuePageProps } from './queue-page.tsx'

/** What the queue is narrowed by, the views kept under a name, and the list for a spreadsheet. */
export function QueueFilters(props: QueuePageProps) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  const { parts, choices, views } = props
  const select = (name: string, label: string, options: { value: string; label: string }[]) => ({
    name,
    label,
    options,
    value: parts[name],
  })
  const fixed = (name: string, prefix: 'due' | 'claim', values: readonly string[]) =>
    select(
      name,
      t(`filter.${prefix}`),
      values.map((value) => ({ value, label: t(`${prefix}.${value}` as 'due.dekat') })),
    )
  const selects = [
    ...(choices.services.length > 1
      ? [
          select(
            'layanan',
            t('filter.service'),
            choices.services.map((each) => ({ value: each.id, label: each.title[locale] })),
          ),
        ]
      : []),
    ...(choices.states.length > 1
      ? [
          select(
            'keadaan',
            t('filter.state'),
            choices.states.map((each) => ({ value: each.id, label: each.label[locale] })),
          ),
        ]
      : []),
    select(
      'wilayah',
      t('filter.area'),
      choices.areas.map((each) => ({ value: each.code, label: each.name })),
    ),
    fixed('batas', 'due', ['terlambat', 'dekat', 'aman']),
    fixed('pegang', 'claim', ['saya', 'bebas', 'rekan']),
  ]
  const without = (name: string) => {
    const { [name]: _gone, ...rest } = parts
    return Object.keys(rest).length ? `${servicePaths.desk}?${new URLSearchParams(rest)}` : servicePaths.desk
  }
  const active = Object.entries(parts).map(([name, value]) => {
    const found = selects.find((each) => each.name === name)
    const words = found?.options.find((option) => option.value === value)?.label ?? value
    return { label: `${found?.label ?? t('filter.text')}: ${words}`, removeHref: without(name) }
  })
  return (
    <>
      <FilterBar
        action={servicePaths.desk}
        search={{ name: 'q', value: parts['q'], label: t('filter.text') }}
        selects={selects}
        active={active}
        clearHref={servicePaths.desk}
      />
      <div class="queue-tools">
        {views.length > 0 && (
          <ul class="chips" aria-label={t('views.own')}>
            {views.map((view) => (
              <li key={view.id}>
                <a class="chip" href={view.href}>
                  {view.name}
                </a>
              </li>
            ))}
          </ul>
        )}
        <KeepView {...props} isFiltered={active.length > 0} />
        <div class="btn-row queue-export">
          <ExportLinks path={servicePaths.queueExport} query={parts} />
        </div>
      </div>
    </>
  )
}

/** A form to keep the filter that is set, and to throw away those that were kept. */
function KeepView({ isFiltered, ...props }: QueuePageProps & { isFiltered: boolean }) {
  const { locale } = useFrame()
  const t = queueTexts(locale)
  if (!isFiltered && props.views.length === 0) return null
  return (
    <details class="queue-views">
      <summary>{t('views.own')}</summary>
      {isFiltered && (
        <form method="post" action={servicePaths.deskViews} class="inline-form">
          <CsrfField />
          {Object.entries(props.parts).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField name="name" label={t('views.name')} maxLength={40} />
          <Button variant="secondary">{t('views.save')}</Button>
        </form>
      )}
      {props.views.length > 0 && (
        <form method="post" action={servicePaths.deskViews}>
          <CsrfField />
          <ButtonRow>
            {props.views.map((view) => (
              <Button key={view.id} variant="quiet" small name="hapus" value={view.id}>
                {t('views.remove', { name: view.name })}
              </Button>
            ))}
          </ButtonRow>
        </form>
      )}
    </details>
  )
}

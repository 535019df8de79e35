import { defineTexts, type Locale } from '#kernel/i18n/texts.ts'
import { Button, Field, type FieldProps, fieldId, Radios, useFrame } from '#ui/index.ts'
import type { RegisterOption } from '../../extensions.ts'
import type { OfferedOptions } from '../../queries/register-options.ts'

export const searchName = (field: string) => `search-${field}`

const texts = defineTexts({
  id: {
    choose: 'Pilih',
    list: 'Lihat seluruh daftar',
    search: 'Cari dalam {all} pilihan',
    'search-hint': 'Ketik beberapa kata, misalnya kode atau tempatnya, lalu tekan Cari.',
    button: 'Cari',
    some: '{shown} dari {matching} pilihan yang cocok. Tambahkan kata untuk mempersempit.',
    found: '{matching} pilihan cocok.',
    none: 'Tidak ada yang cocok. Coba kata lain, atau kosongkan untuk melihat dari awal.',
    nothing: 'Sekarang tidak ada yang dapat dipilih.',
  },
  en: {
    choose: 'Choose',
    list: 'See the whole list',
    search: 'Search {all} choices',
    'search-hint': 'Type some words, such as a code or a place, then press Search.',
    button: 'Search',
    some: '{shown} of {matching} choices that fit. Add a word to narrow it down.',
    found: '{matching} choices fit.',
    none: 'Nothing fits. Try other words, or leave it empty to begin again.',
    nothing: 'There is nothing to choose now.',
  },
})

export interface RegisterChoiceProps extends FieldProps {
  readonly value: string
  readonly offered: OfferedOptions
}

/** A choice among the rows of a register: a list in groups, or a search with its results when there are many. */
export function RegisterChoice({ offered, value, ...field }: RegisterChoiceProps) {
  const { locale } = useFrame()
  const t = texts(locale)
  const hint = (
    <>
      {field.hint} {offered.all === 0 && t('nothing')} <a href={offered.address}>{t('list')}</a>
    </>
  )
  if (offered.search === undefined) return <GroupedSelect {...field} hint={hint} value={value} offered={offered} />
  return (
    <>
      <Search field={field.name} offered={offered} search={offered.search} />
      <Radios
        {...field}
        hint={hint}
        value={value}
        options={offered.shown.map((option) => ({
          value: option.value,
          label: option.label[locale],
          hint: hintOf(option, locale),
        }))}
      />
    </>
  )
}

/** What tells it apart; its group only where the label does not say it already. */
function hintOf({ label, group, detail }: RegisterOption, locale: Locale): string | undefined {
  const parts = [group, detail].flatMap((part) => part?.[locale] ?? [])
  return parts.filter((part) => !label[locale].includes(part)).join(', ') || undefined
}

function Search({ field, offered, search }: { field: string; offered: OfferedOptions; search: string }) {
  const { locale } = useFrame()
  const t = texts(locale)
  const { all, matching } = offered
  const figures = { shown: String(offered.shown.length), matching: String(matching) }
  const name = searchName(field)
  return (
    <>
      <Field name={name} label={t('search', { all: String(all) })} hint={t('search-hint')}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="search"
            name={name}
            value={search}
            maxLength={80}
            autocomplete="off"
          />
        )}
      </Field>
      <p>
        <Button variant="secondary" icon="search" name="search-options" value={field}>
          {t('button')}
        </Button>
      </p>
      <p class="hint" role="status">
        {matching === 0 ? t('none') : t(matching > offered.shown.length ? 'some' : 'found', figures)}
      </p>
    </>
  )
}

function GroupedSelect({ offered, value, ...field }: RegisterChoiceProps) {
  const { locale } = useFrame()
  const t = texts(locale)
  const groups = Map.groupBy(offered.shown, (option) => option.group?.[locale] ?? '')
  const isGone = value !== '' && !offered.shown.some((option) => option.value === value)
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} class="input select" name={field.name}>
          <option value="">{t('choose')}</option>
          {isGone && (
            <option value={value} selected>
              {value}
            </option>
          )}
          {[...groups].map(([group, options]) =>
            group ? (
              <optgroup key={group} label={group}>
                <Options options={options} value={value} locale={locale} />
              </optgroup>
            ) : (
              <Options key="" options={options} value={value} locale={locale} />
            ),
          )}
        </select>
      )}
    </Field>
  )
}

function Options({ options, value, locale }: { options: readonly RegisterOption[]; value: string; locale: Locale }) {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {[option.label, option.detail].flatMap((part) => part?.[locale] ?? []).join(', ')}
        </option>
      ))}
    </>
  )
}

/** Where the search stands in the address of the page after its button was pressed. */
export function searchAddress(field: string, search: string): string {
  return `?${new URLSearchParams({ [searchName(field)]: search })}#${fieldId(searchName(field))}`
}

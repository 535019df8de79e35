import {
  DateField,
  type DateParts,
  type FieldProps,
  MoneyField,
  NikField,
  NumberField,
  Radios,
  Select,
  TextArea,
  TextField,
  TimeField,
  useFrame,
} from '#ui/index.ts'
import { writeAnswer } from '../../form/display.ts'
import { decimalsOf, type Question } from '../../form/kinds.ts'
import { fieldTexts } from './texts.ts'

export interface ValueFieldProps extends FieldProps {
  readonly question: Question
  readonly value: unknown
  /** In a table a choice is a list that opens: radio buttons would make every row tall. */
  readonly compact?: boolean | undefined
}

/** A question of one value, in a form or in a row of one. */
export function ValueField({ question, value, compact, ...field }: ValueFieldProps) {
  const { locale } = useFrame()
  const text = writeAnswer(question, value, locale)
  // In a row it is somebody else's.
  const fill = (token: string) => (field.name.includes('[') ? 'off' : token)
  switch (question.kind) {
    case 'long-text':
      return <TextArea {...field} value={text} maxLength={question.max ? question.max + 40 : undefined} />
    case 'number':
      return (
        <NumberField
          {...field}
          value={text}
          decimal={decimalsOf(question) > 0}
          suffix={compact ? undefined : question.unit?.[locale]}
        />
      )
    case 'money':
      // In a table the head of the column says rupiah.
      return compact ? (
        <TextField {...field} value={text} inputMode="numeric" autocomplete="off" maxLength={24} groups="3*" />
      ) : (
        <MoneyField {...field} value={text} />
      )
    case 'date':
      return (
        <DateField
          {...field}
          value={value as string | DateParts | undefined}
          birthday={question.id === 'applicantBirthOn'}
        />
      )
    case 'time':
      return <TimeField {...field} value={text} />
    case 'nik':
      return <NikField {...field} value={text} />
    case 'nib':
      return (
        <TextField
          {...field}
          value={text}
          inputMode="numeric"
          autocomplete="off"
          width="medium"
          maxLength={20}
          spellcheck={false}
        />
      )
    case 'phone':
      return (
        <TextField
          {...field}
          value={text}
          type="tel"
          inputMode="tel"
          autocomplete={fill('tel')}
          width="medium"
          maxLength={24}
        />
      )
    case 'email':
      return (
        <TextField
          {...field}
          value={text}
          type="email"
          inputMode="email"
          autocomplete={fill('email')}
          spellcheck={false}
          maxLength={160}
        />
      )
    case 'choice':
    case 'yes-no':
      return <Choice {...field} question={question} value={text} compact={compact} />
    default:
      return (
        <TextField
          {...field}
          value={text}
          autocomplete={autocompleteOf(question)}
          maxLength={question.max ? question.max + 40 : undefined}
        />
      )
  }
}

function Choice({ question, value, compact, ...field }: ValueFieldProps & { value: string }) {
  const { locale } = useFrame()
  const options = optionsOf(question, locale)
  const isLong = compact || options.length > 7
  return isLong ? (
    <Select {...field} value={value} options={options} />
  ) : (
    <Radios {...field} value={value} options={options} inline={question.kind === 'yes-no'} />
  )
}

/** Only questions about the applicant himself are filled in by the browser. */
function autocompleteOf(question: Question): string | undefined {
  if (question.kind === 'name') return /^(fullName|name|applicantName)$/.test(question.id) ? 'name' : 'off'
  return undefined
}

export function optionsOf(question: Question, locale: 'id' | 'en') {
  const t = fieldTexts(locale)
  if (question.kind === 'yes-no') {
    return [
      { value: 'yes', label: t('yes') },
      { value: 'no', label: t('no') },
    ]
  }
  return (question.options ?? []).map((option) => ({
    value: option.value,
    label: option.label[locale],
    hint: option.hint?.[locale],
  }))
}

import { Button, CitizenLayout, CsrfField, ErrorSummary, TextField, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { serviceTexts } from '../texts.ts'

export function TrackPage(props: {
  number?: string
  error?: { readonly name: string; readonly text: string } | undefined
}) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const say = (name: string) => (props.error?.name === name ? props.error.text : undefined)
  return (
    <CitizenLayout title={t('track.title')} lead={t('track.lead')} narrow>
      {props.error && <ErrorSummary errors={[props.error]} />}
      <form method="post" action={servicePaths.track} novalidate>
        <CsrfField />
        <TextField
          name="number"
          label={t('track.number')}
          hint={t('track.number-hint')}
          value={props.number}
          error={say('number')}
          width="medium"
        />
        <TextField
          name="pin"
          label={t('track.pin')}
          hint={t('track.pin-hint')}
          inputMode="numeric"
          autocomplete="off"
          error={say('pin')}
          width="short"
        />
        <Button>{t('track.open')}</Button>
      </form>
    </CitizenLayout>
  )
}

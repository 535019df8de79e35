import { Button, ButtonRow, CsrfField, DateField, Select, TextArea, TextField, useFrame } from '#ui/index.ts'
import { movingPaths } from '../../paths.ts'
import { movingTexts } from '../texts.ts'
import { MovingFrame, type MovingPage, typedDay, useMovingErrors } from './frame.tsx'

type Options = readonly { readonly value: string; readonly label: string }[]

/** The family applied here: the region of origin is asked to let it go. */
export function AskPage(props: MovingPage & { readonly peers: Options; readonly villages: Options }) {
  const t = movingTexts(useFrame().locale)
  const { form } = props
  const errors = useMovingErrors(props)
  return (
    <MovingFrame
      {...props}
      title={t('ask')}
      lead={t('ask-lead')}
      breadcrumb={[{ label: t('desk'), href: movingPaths.desk }]}
    >
      <div class="form-page">
        <form method="post" action={movingPaths.ask} novalidate>
          <CsrfField />
          <Select
            name="peerCode"
            label={t('ask-peer')}
            options={props.peers}
            value={form.get('peerCode')}
            error={errors.of('peerCode')}
          />
          <TextField
            name="headName"
            label={t('ask-head')}
            value={form.get('headName')}
            error={errors.of('headName')}
            maxLength={120}
            autocomplete="off"
          />
          <TextArea
            name="niks"
            label={t('ask-niks')}
            hint={t('ask-niks-hint')}
            rows={5}
            maxLength={1000}
            value={form.get('niks')}
            error={errors.of('niks')}
          />
          <Select
            name="villageCode"
            label={t('village')}
            options={props.villages}
            value={form.get('villageCode')}
            error={errors.of('villageCode')}
          />
          <DateField name="movedOn" label={t('moved')} value={typedDay(form, 'movedOn')} error={errors.of('movedOn')} />
          <ButtonRow>
            <Button>{t('ask-send')}</Button>
          </ButtonRow>
        </form>
      </div>
    </MovingFrame>
  )
}

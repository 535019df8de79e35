import { Button, ButtonRow, CsrfField, Notice, Radios, useFrame } from '#ui/index.ts'
import { nationalPaths } from '../paths.ts'
import { type Behaviour, behaviours, behaviourTexts } from '../simulator/mishaps.ts'
import { adminTexts } from '../texts-admin.ts'
import { type Around, NationalFrame } from './frame.tsx'

export function SimulatorPage(props: Around & { readonly behaviour: Behaviour }) {
  const { locale } = useFrame()
  const t = adminTexts(locale)
  return (
    <NationalFrame {...props} title={t('simulator.title')} lead={t('simulator.lead')}>
      <form method="post" action={nationalPaths.simulator}>
        <CsrfField />
        <Radios
          name="behaviour"
          label={t('simulator.behaviour')}
          value={props.behaviour}
          options={behaviours.map((value) => ({ value, label: behaviourTexts[value][locale] }))}
        />
        <ButtonRow>
          <Button>{t('simulator.set')}</Button>
        </ButtonRow>
      </form>
      <Notice>{t('simulator.odd')}</Notice>
    </NationalFrame>
  )
}

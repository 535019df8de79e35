import { Button, ButtonRow, Radios, useFrame } from '#ui/index.ts'
import { bankTexts } from './bank-texts.ts'

/** The end of the form of a bank or a gateway: whether people can pay there today, and the button. */
export function OpenAndSave(props: { name: string; value: string | undefined; error: string | undefined }) {
  const t = bankTexts(useFrame().locale)
  return (
    <>
      <Radios
        {...props}
        label={t('bank.is-open')}
        inline
        options={[
          { value: 'ya', label: t('bank.open') },
          { value: 'tidak', label: t('bank.closed') },
        ]}
      />
      <ButtonRow>
        <Button>{t('bank.save')}</Button>
      </ButtonRow>
    </>
  )
}

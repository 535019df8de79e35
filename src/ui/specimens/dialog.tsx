import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { TextArea } from '../components/text-field.tsx'
import { defineSpecimens } from './specimen.ts'

export const dialogSpecimens = defineSpecimens('Dialog', {
  one: () => (
    <>
      <LinkButton href="/_ui/dialog" dialog="refuse" variant="danger">
        Tolak dengan alasan
      </LinkButton>
      <Dialog id="refuse" title="Tolak pengajuan ini?">
        <form method="post" action="/_ui/dialog">
          <TextArea name="reason" label="Alasan" hint="Pemohon membacanya seperti Anda tulis." />
          <ButtonRow>
            <Button variant="danger">Tolak</Button>
          </ButtonRow>
        </form>
      </Dialog>
    </>
  ),
})

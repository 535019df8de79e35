import { Button, ButtonRow, LinkButton } from '../components/button.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const buttonSpecimens = defineSpecimens('Button', {
  one: () => <Button>Mulai mengajukan</Button>,
  many: () => (
    <ButtonRow>
      <Button>Simpan dan lanjut</Button>
      <LinkButton href="#" variant="secondary" icon="download">
        Unduh formulir kertas
      </LinkButton>
      <Button variant="danger">Tolak dengan alasan</Button>
      <Button variant="quiet">Simpan dan lanjutkan nanti</Button>
      <Button variant="on-dark">Cari</Button>
      <Button small variant="secondary" icon="printer">
        Cetak
      </Button>
      <LinkButton href="https://oss.example" external icon="external-link" variant="quiet">
        Buka OSS
      </LinkButton>
    </ButtonRow>
  ),
  'with keys': () => (
    <div class="max-w-80">
      <ButtonRow stacked>
        <Button wide kbd="S">
          Setujui, teruskan ke kepala dinas
        </Button>
        <Button wide kbd="K" variant="secondary">
          Kembalikan, 1 isian ditandai
        </Button>
        <Button wide kbd="T" variant="danger">
          Tolak dengan alasan
        </Button>
      </ButtonRow>
    </div>
  ),
  'busy and disabled': () => (
    <ButtonRow>
      <Button busy>Mengirim</Button>
      <Button disabled>Belum dapat dikirim</Button>
    </ButtonRow>
  ),
  'long words': () => <Button>{longText}</Button>,
})

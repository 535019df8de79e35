import { LinkButton } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Notice } from '../components/notice.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const noticeSpecimens = defineSpecimens('Notice', {
  one: () => (
    <Notice>
      Ada yang keliru? <a href="/_ui/notice">Kirim pesan ke petugas</a> atau{' '}
      <a href="/_ui/notice?tarik">tarik berkas</a>.
    </Notice>
  ),
  many: () => (
    <>
      <Notice tone="info" title="Kantor tutup Kamis 24 Desember">
        <p>Pengajuan tetap diterima dan dihitung mulai Senin 28 Desember.</p>
      </Notice>
      <Notice tone="good" title="Berkas Anda terkirim">
        <p>Nomornya 2026/PD/004812.</p>
      </Notice>
      <Notice tone="soon" title="Jawaban Anda kami tunggu sampai Rabu">
        <p>
          <a href="/_ui/notice">Perbaiki satu isian</a>
        </p>
      </Notice>
      <Notice tone="late" title="Berkas terlambat satu hari">
        <p>Kami sudah mengingatkan kepala dinas.</p>
      </Notice>
    </>
  ),
  'long words': () => (
    <Notice tone="info" title={longText}>
      {longText}
    </Notice>
  ),
})

export const emptyStateSpecimens = defineSpecimens('EmptyState', {
  one: () => (
    <EmptyState
      title="Belum ada berkas"
      icon="file-text"
      action={<LinkButton href="/layanan">Cari layanan</LinkButton>}
    >
      Pengajuan Anda akan muncul di sini, juga yang dimulai di loket.
    </EmptyState>
  ),
  'long words': () => <EmptyState title={longText}>{longText}</EmptyState>,
})

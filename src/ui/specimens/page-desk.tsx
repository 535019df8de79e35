import { Button } from '../components/button.tsx'
import { DecisionPanel, PanelPart } from '../components/decision-panel.tsx'
import { DocumentThumbs } from '../components/document-thumb.tsx'
import { MarkControl } from '../components/mark-control.tsx'
import { Notice } from '../components/notice.tsx'
import { formatNik } from '../components/number-fields.tsx'
import { type QueueItem, QueueList } from '../components/queue-list.tsx'
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx'
import { Tabs } from '../components/tabs.tsx'
import { StaffLayout } from '../layouts/staff-layout.tsx'

const queue: QueueItem[] = [
  {
    id: '1',
    href: '#1',
    title: 'Akta kelahiran',
    who: 'Sekar Wulandari',
    where: 'Baros',
    due: 'terlambat 1 hari',
    tone: 'late',
  },
  {
    id: '2',
    href: '#2',
    title: 'Pindah datang',
    who: 'Keluarga Hartono (4)',
    where: 'Mekarsari',
    due: 'hari ini 15.00',
    tone: 'soon',
    current: true,
  },
  {
    id: '3',
    href: '#3',
    title: 'Akta kematian',
    who: 'alm. Darmo Sutejo',
    where: 'Cempaka',
    due: 'hari ini 16.00',
    tone: 'soon',
  },
  { id: '4', href: '#4', title: 'Perubahan nama', who: 'Yohana Lintang', where: 'Baros', due: 'besok', tone: 'good' },
  {
    id: '5',
    href: '#5',
    title: 'Akta kelahiran',
    who: 'Bima dan Bayu (kembar)',
    where: 'Tirtasari',
    due: 'besok',
    tone: 'good',
  },
  {
    id: '6',
    href: '#6',
    title: 'Pisah KK',
    who: 'Rahmat Hidayat',
    where: 'Mekarsari',
    due: 'Rabu 25 Nov',
    tone: 'good',
  },
  {
    id: '7',
    href: '#7',
    title: 'KTP-el hilang',
    who: 'Ni Luh Ayu',
    where: 'Cempaka',
    due: 'Rabu 25 Nov',
    tone: 'good',
  },
  {
    id: '8',
    href: '#8',
    title: 'Pengakuan anak',
    who: 'Maria Goreti',
    where: 'Tirtasari',
    due: 'Kamis 26 Nov',
    tone: 'good',
  },
]
const rows: SummaryRow[] = [
  {
    term: 'Kepala keluarga',
    value: `Hartono Wiryawan, ${formatNik('9901021203840007')}`,
    note: { text: 'cocok dengan register', tone: 'good' },
  },
  { term: 'Asal', value: 'Kel. Sidorejo, Kota Langit Biru', note: { text: 'SKPWNI terverifikasi', tone: 'good' } },
  {
    term: 'Alamat tujuan',
    value: 'Jl. Kenanga 14, RT 03 RW 05, Mekarsari',
    note: { text: 'RT 03 RW 05 tidak ada', tone: 'late' },
    marked: true,
  },
  { term: 'Anggota pindah', value: '4 orang: istri, dua anak', note: { text: 'lengkap', tone: 'good' } },
  { term: 'Alasan', value: 'Pekerjaan' },
  { term: 'Penerbitan', value: 'KK baru, 2 KTP-el, 2 KIA', note: { text: 'dihitung dari isian', tone: 'neutral' } },
]
const keys = [
  { keys: ['J', 'L'], label: 'berkas berikut, sebelum' },
  { keys: ['M'], label: 'tandai isian' },
  { keys: ['/'], label: 'cari' },
  { keys: ['?'], label: 'semua tombol' },
]

export function DeskPage() {
  return (
    <StaffLayout
      title="Pindah datang, keluarga Hartono"
      lead="Berkas 2026/PD/004812, dikirim Jumat 20 Nov 09.14 dari ponsel, kini di meja Anda sejak 08.02"
      desk="Meja verifikasi"
      unit="Dinas Kependudukan dan Pencatatan Sipil"
      search={{ action: '/meja/cari' }}
      keys={keys}
      allKeys={[
        ...keys,
        { keys: ['S'], label: 'setujui' },
        { keys: ['K'], label: 'kembalikan' },
        { keys: ['T'], label: 'tolak' },
      ]}
      queue={<QueueList title="Antrean saya" countText="38 berkas, 1 terlambat" items={queue} />}
      decision={
        <DecisionPanel
          promise="Janji: hari ini pukul 15.00"
          tone="soon"
          promiseHint="sisa 5 jam 40 menit kerja, langkah ini 2 jam"
          parts={
            <>
              <PanelPart title="Tanda untuk pemohon">
                <Notice tone="soon">Alamat tujuan: RT 03 RW 05 tidak ada di Mekarsari. Mungkin RT 05 RW 03?</Notice>
              </PanelPart>
              <PanelPart title="Akan terbit bila disetujui">
                <p>KK baru untuk 4 orang, alamat pada 2 KTP-el, pemberitahuan ke Puskesmas Mekarsari dan SDN 2.</p>
              </PanelPart>
            </>
          }
        >
          <Button wide kbd="S">
            Setujui, teruskan ke kepala dinas
          </Button>
          <Button wide kbd="K" variant="secondary">
            Kembalikan, 1 isian ditandai
          </Button>
          <Button wide kbd="T" variant="danger">
            Tolak dengan alasan
          </Button>
        </DecisionPanel>
      }
    >
      <Tabs
        label="Bagian berkas"
        tabs={[
          { label: 'Isian dan dokumen', href: '#isian', current: true },
          { label: 'Kecocokan data', href: '#data', count: 1 },
          { label: 'Riwayat', href: '#riwayat' },
          { label: 'Percakapan', href: '#percakapan' },
        ]}
      />
      <SummaryList
        dense
        rows={rows.map((row) => ({
          ...row,
          control: <MarkControl name="mark" value={row.term} term={row.term} checked={row.marked} />,
        }))}
      />
      <DocumentThumbs
        label="Dokumen"
        documents={[
          { title: 'SKPWNI (elektronik)', href: '#d1', icon: 'shield-check' },
          { title: 'Foto KK lama', href: '#d2' },
          { title: 'Bukti alamat: sewa', href: '#d3' },
        ]}
      />
    </StaffLayout>
  )
}

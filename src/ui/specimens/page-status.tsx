import { Notice } from '../components/notice.tsx'
import { PromiseLine } from '../components/promise-line.tsx'
import { Timeline } from '../components/timeline.tsx'
import { CitizenLayout } from '../layouts/citizen-layout.tsx'

export function StatusPage() {
  return (
    <CitizenLayout
      title="Berkas Anda di meja verifikator sejak pagi ini"
      narrow
      private
      breadcrumb={[{ label: 'Lacak berkas', href: '/lacak' }, { label: '2026/PD/004812' }]}
    >
      <PromiseLine>
        Selesai paling lambat <b>Selasa 24 November, pukul 15.00</b>. Kami kabari lewat WhatsApp.
      </PromiseLine>
      <div class="mt-8">
        <Timeline
          label="Perjalanan berkas"
          items={[
            { title: 'Terkirim', state: 'done', place: 'dari ponsel Anda, 3 dokumen', time: 'Jumat 20 Nov, 09.14' },
            {
              title: 'Diterima loket',
              state: 'done',
              place: 'Bagas, Kecamatan Mekarsari',
              time: 'Jumat 20 Nov, 10.02',
            },
            {
              title: 'Sedang diperiksa',
              state: 'current',
              place: 'verifikator, Dinas Kependudukan dan Pencatatan Sipil',
              time: 'Senin 23 Nov, 08.02',
            },
            { title: 'Ditandatangani kepala dinas', state: 'future', time: 'sebelum Selasa 12.00' },
            {
              title: 'KK, KTP-el dan KIA terbit',
              state: 'future',
              place: 'unduh di sini, ambil kartu di Kecamatan Mekarsari',
            },
          ]}
        />
      </div>
      <Notice>
        Ada yang keliru? <a href="#pesan">Kirim pesan ke petugas</a> atau <a href="#tarik">tarik berkas</a>. Jam janji
        berhenti hanya bila kami menunggu jawaban Anda.
      </Notice>
      <p class="hint">
        <a href="#pembuka">Siapa yang telah membuka berkas ini: 2 petugas</a>
      </p>
    </CitizenLayout>
  )
}

import { ProcedureSteps, Timeline } from '../components/timeline.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const timelineSpecimens = defineSpecimens('Timeline, ProcedureSteps', {
  one: () => (
    <Timeline
      items={[{ title: 'Terkirim', state: 'current', place: 'dari ponsel Anda', time: 'Jumat 20 Nov, 09.14' }]}
    />
  ),
  many: () => (
    <Timeline
      label="Perjalanan berkas"
      items={[
        {
          title: 'Terkirim',
          state: 'done',
          place: 'dari ponsel Anda, 3 dokumen',
          time: 'Jumat 20 Nov, 09.14',
          dateTime: '2026-11-20T09:14',
        },
        { title: 'Diterima loket', state: 'done', place: 'Bagas, Kecamatan Mekarsari', time: 'Jumat 20 Nov, 10.02' },
        { title: 'Sedang diperiksa', state: 'current', place: 'verifikator', time: 'Senin 23 Nov, 08.02' },
        { title: 'Ditandatangani kepala dinas', state: 'future', time: 'sebelum Selasa 12.00' },
      ]}
    />
  ),
  procedure: () => (
    <ProcedureSteps
      label="Urutannya"
      steps={[
        { title: 'Anda mengisi dan mengirim', by: 'sekitar 8 menit' },
        { title: 'Petugas memeriksa', by: 'Dinas Kependudukan dan Pencatatan Sipil', time: 'hari yang sama' },
        { title: 'Dokumen Anda terima', by: 'unduh, cetak sendiri, atau ambil di kecamatan' },
      ]}
    />
  ),
  'long words': () => (
    <Timeline
      items={[
        { title: longText, state: 'done', place: longText, time: longText, aside: 'paling lambat 14 hari kerja' },
        { title: 'Selesai', state: 'future' },
      ]}
    />
  ),
})

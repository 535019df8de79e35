import type { OfficialLetterData } from './official-letter-data.ts'
import type { DocumentData, SignatureData } from './template-data.ts'

const source = `Menindaklanjuti #isian.latar, bersama ini disampaikan hal-hal berikut.

#isian.isi

#bila(isian.biaya)[Biaya kegiatan #isian.biaya (#terbilang(nilai.biaya) rupiah).]

#isian.jadwal

Demikian disampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.

#lampiran("Daftar peserta")[#pegawai(isian.peserta)]
`

/** A letter that staff's own template makes, signed u.b.: everything of `official-letter` that a page can show. */
export function specimenLetter(paper: DocumentData, signature: SignatureData): OfficialLetterData {
  return {
    ...paper,
    layout: 'correspondence',
    kind: 'surat-dinas',
    number: '400.14/0123/107/2026',
    security: 'terbatas',
    urgency: 'segera',
    attachmentsNote: '1 (satu) lembar',
    subject: 'Bimbingan teknis petugas pendata',
    recipients: [{ name: 'Camat Arunika Tengah' }, { name: 'Camat Tirta', lines: ['di tempat'] }],
    copies: ['Bupati Arunika', 'Inspektur Daerah'],
    issued: { place: 'Arunika', on: '2026-11-23' },
    paper: 'f4',
    mark: 'salinan',
    source,
    fields: [
      { key: 'latar', type: 'text', required: true },
      { key: 'isi', type: 'paragraph', required: true },
      { key: 'biaya', type: 'money' },
      {
        key: 'jadwal',
        type: 'table',
        columns: [
          { key: 'acara', label: 'Acara', type: 'text' },
          { key: 'hari', label: 'Hari', type: 'date' },
        ],
      },
      { key: 'peserta', type: 'official', several: true },
    ],
    values: {
      latar: 'surat Sekretaris Daerah tanggal 16 November 2026',
      isi: 'Bimbingan teknis dilaksanakan selama dua hari di Balai Kota.\n\nPeserta membawa komputer jinjing dan surat tugas.',
      biaya: '12500000',
      jadwal: [
        { acara: 'Pembukaan dan materi', hari: '2026-12-01' },
        { acara: 'Praktik', hari: '2026-12-02' },
      ],
      peserta: ['Laras Prameswari', 'Bagus Raharja', 'Sekar Arum', 'Damar Wicaksono'].map((name) => ({
        name,
        employeeNumber: '198905142014022003',
        rank: 'Penata, III/c',
        position: 'Petugas Pendata',
      })),
    },
    signatures: [
      {
        ...signature,
        position: 'Kepala Bagian Umum',
        onBehalfOf: 'Bupati Arunika',
        underBehalfOf: 'Sekretaris Daerah',
      },
    ],
  }
}

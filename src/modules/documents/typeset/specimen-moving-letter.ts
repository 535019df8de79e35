import type { MovingLetterData } from './moving-letter-data.ts'
import type { DocumentData, SignatureData } from './template-data.ts'

/** A couple with a child who leave for another region. */
export function specimenMovingLetter(letter: DocumentData, signature: SignatureData): MovingLetterData {
  return {
    ...letter,
    title: 'Surat Keterangan Pindah WNI',
    number: 'SKPWNI/9901/23112026/0003',
    lead: 'Penduduk di bawah ini pindah ke daerah lain. NIK mereka tetap; kartu keluarga yang baru diterbitkan daerah tujuan.',
    family: { number: '9901021406210001', head: 'Bima Prasetyo' },
    from: ['Jalan Kenanga 14, RT 003 RW 005', 'Mekarsari, Kecamatan Mekarsari, Kabupaten Arunika'],
    to: ['Jalan Teratai 2, RT 001 RW 004', 'Tanjung Senja, Kecamatan Senja Barat, Kabupaten Senjakala'],
    movedOn: '2026-12-01',
    validTo: '2027-03-03',
    rows: [
      { label: 'Alasan pindah', value: 'Pekerjaan' },
      { label: 'Yang pindah', value: 'Kepala keluarga dan seluruh anggota' },
    ],
    people: [
      {
        name: 'Bima Prasetyo',
        nik: '9901021203940001',
        sex: 'male',
        bornOn: '1994-03-12',
        relation: 'Kepala Keluarga',
      },
      { name: 'Sekar Wulandari', nik: '9901025107960001', sex: 'female', bornOn: '1996-07-11', relation: 'Istri' },
      { name: 'Arka Bimantara Prasetyo', nik: '9901020805220001', sex: 'male', bornOn: '2022-05-08', relation: 'Anak' },
    ],
    issued: { place: 'Arunika', on: '2026-11-23' },
    remarks: ['Sampai terdaftar di daerah tujuan, mereka tetap penduduk Kabupaten Arunika.'],
    signature,
  }
}

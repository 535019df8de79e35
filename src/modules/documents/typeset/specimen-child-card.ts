import type { ChildCardData } from './child-card-data.ts'
import type { DocumentData, SignatureData } from './template-data.ts'

/** A girl of seven, whose card has a photo. */
export function specimenChildCard(letter: DocumentData, signature: SignatureData): ChildCardData {
  return {
    ...letter,
    code: 'K7FM-3QXT',
    province: 'Nusa Senja',
    regency: 'Kabupaten Arunika',
    nik: '9901025502190001',
    withPhoto: true,
    front: [
      { label: 'Nama', value: 'KIRANA AYU PRASETYO' },
      { label: 'Tempat/Tgl Lahir', value: 'Arunika, 15-02-2019' },
      { label: 'Jenis kelamin', value: 'PEREMPUAN' },
      { label: 'No. KK', value: '9901021406210001' },
      { label: 'Kepala keluarga', value: 'Bima Prasetyo' },
      { label: 'No. akta lahir', value: '9901-LU-19022019-0004' },
      { label: 'Alamat', value: 'Jalan Kenanga 14' },
      { label: 'RT/RW', value: '003/005' },
      { label: 'Kel/Desa', value: 'Mekarsari' },
      { label: 'Kecamatan', value: 'Mekarsari' },
      { label: 'Berlaku hingga', value: '14 Februari 2036' },
    ],
    back: [
      { label: 'Nama', value: 'KIRANA AYU PRASETYO' },
      { label: 'Anak dari', value: 'Bima Prasetyo dan Sekar Wulandari' },
      { label: 'Golongan darah', value: 'O' },
      { label: 'Berlaku hingga', value: '14 Februari 2036' },
    ],
    validUntil: '2036-02-14',
    issued: { place: 'Arunika', on: '2026-11-23' },
    signature,
  }
}

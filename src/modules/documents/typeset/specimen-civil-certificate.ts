import type { CivilCertificateData } from './civil-certificate-data.ts'
import type { DocumentData, SignatureData } from './template-data.ts'

/** A marriage extract: the fullest of the civil registers, with two people beside each other. */
export function specimenCivilCertificate(letter: DocumentData, signature: SignatureData): CivilCertificateData {
  return {
    ...letter,
    title: 'Kutipan Akta Perkawinan',
    register: 'Akta Perkawinan',
    number: '9901-KW-23112026-0003',
    citizenship: 'Warga Negara Indonesia',
    event: {
      happened: 'telah tercatat perkawinan antara',
      place: 'Arunika',
      on: '2026-11-07',
      rows: [
        { label: 'Di hadapan', value: 'Pdt. Ruth Simanjuntak, GKI Arunika' },
        { label: 'Saksi', value: 'Yosua Hutapea dan Maria Lestari' },
      ],
    },
    parties: [
      {
        role: 'Suami',
        name: 'Daniel Hutapea',
        nik: '9901021804960002',
        rows: [
          { label: 'Tempat, tanggal lahir', value: 'Arunika, 18 April 1996' },
          { label: 'Agama', value: 'Kristen' },
          { label: 'Status sebelumnya', value: 'Belum kawin' },
          { label: 'Anak dari', value: 'Parlindungan Hutapea dan Rosmaida Sitorus' },
        ],
      },
      {
        role: 'Istri',
        name: 'Kristina Wulandari',
        nik: '9901025503980001',
        rows: [
          { label: 'Tempat, tanggal lahir', value: 'Semarang, 15 Maret 1998' },
          { label: 'Agama', value: 'Kristen' },
          { label: 'Status sebelumnya', value: 'Belum kawin' },
          { label: 'Anak dari', value: 'Agus Setiawan dan Sri Wulandari' },
        ],
      },
    ],
    issued: { place: 'Arunika', on: '2026-11-23' },
    remarks: ['Kutipan ini dikeluarkan dari Register Akta Perkawinan Kabupaten Arunika.'],
    signature,
  }
}

import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

const option = (value: string, id: string, en = id) => ({ value, label: { id, en } })

/** What changes, and for each element its new value with the proof that the law asks. @basis Perpres 96/2018 pasal 15 */
export const elementPages: Pages = [
  {
    id: 'unsur',
    title: { id: 'Apa yang berubah', en: 'What changes' },
    groups: [
      {
        fields: [
          {
            id: 'elements',
            kind: 'multi',
            label: { id: 'Pilih semua yang berubah', en: 'Choose everything that changes' },
            hint: {
              id: 'Gelar tidak dicatat pada register. Nama dan jenis kelamin berubah dengan penetapan pengadilan, lewat layanannya sendiri.',
              en: 'Titles are not in the register. Name and sex change by decision of a court, with services of their own.',
            },
            options: [
              option('religion', 'Agama', 'Religion'),
              option('education', 'Pendidikan terakhir', 'Education'),
              option('occupation', 'Pekerjaan', 'Occupation'),
              option('blood', 'Golongan darah', 'Blood type'),
              option('marital', 'Status perkawinan', 'Marital status'),
            ],
          },
        ],
      },
    ],
  },
  {
    id: 'agama',
    title: { id: 'Agama atau kepercayaan', en: 'Religion' },
    when: '"religion" in answers.elements',
    groups: [
      {
        fields: [
          {
            id: 'newReligion',
            kind: 'choice',
            sensitive: true,
            label: { id: 'Agama atau kepercayaan sekarang', en: 'Religion now' },
            options: [
              option('islam', 'Islam'),
              option('kristen', 'Kristen', 'Protestant'),
              option('katolik', 'Katolik', 'Catholic'),
              option('hindu', 'Hindu'),
              option('buddha', 'Buddha', 'Buddhist'),
              option('khonghucu', 'Khonghucu', 'Confucian'),
              option('kepercayaan', 'Kepercayaan terhadap Tuhan YME', 'Native faith'),
            ],
          },
          {
            id: 'religionLetter',
            kind: 'file',
            label: { id: 'Surat dari pemuka agama atau penghayat', en: 'Letter of a religious leader' },
            hint: {
              id: 'Untuk penghayat: surat pernyataan penghayat kepercayaan.',
              en: 'For a native faith: the statement of its adherent.',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'pendidikan',
    title: { id: 'Pendidikan terakhir', en: 'Education' },
    when: '"education" in answers.elements',
    groups: [
      {
        fields: [
          {
            id: 'newEducation',
            kind: 'choice',
            label: { id: 'Pendidikan terakhir yang tamat', en: 'Highest education completed' },
            options: [
              option('none', 'Tidak/Belum Sekolah', 'No school'),
              option('below-sd', 'Belum Tamat SD/Sederajat', 'Primary school not finished'),
              option('sd', 'Tamat SD/Sederajat', 'Primary school'),
              option('sltp', 'SLTP/Sederajat', 'Lower secondary school'),
              option('slta', 'SLTA/Sederajat', 'Upper secondary school'),
              option('d1', 'Diploma I/II'),
              option('d3', 'Akademi/Diploma III/S. Muda', 'Academy, diploma III'),
              option('s1', 'Diploma IV/Strata I', 'Diploma IV, bachelor'),
              option('s2', 'Strata II', 'Master'),
              option('s3', 'Strata III', 'Doctorate'),
            ],
          },
          {
            id: 'diploma',
            kind: 'file',
            document: 'diploma',
            label: { id: 'Foto ijazah', en: 'Photo of the diploma' },
          },
        ],
      },
    ],
  },
  {
    id: 'pekerjaan',
    title: { id: 'Pekerjaan', en: 'Occupation' },
    when: '"occupation" in answers.elements',
    groups: [
      {
        fields: [
          {
            id: 'newOccupation',
            kind: 'text',
            min: 3,
            max: 60,
            label: { id: 'Pekerjaan sekarang', en: 'Occupation now' },
            hint: { id: 'Misalnya Guru, Petani, Wiraswasta.', en: 'Such as Guru, Petani, Wiraswasta.' },
          },
          {
            id: 'workLetter',
            kind: 'file',
            label: { id: 'Surat keterangan kerja, SK, atau NIB', en: 'Letter of employment, decree, or NIB' },
          },
        ],
      },
    ],
  },
  {
    id: 'golongan-darah',
    title: { id: 'Golongan darah', en: 'Blood type' },
    when: '"blood" in answers.elements',
    groups: [
      {
        fields: [
          {
            id: 'newBlood',
            kind: 'choice',
            label: { id: 'Golongan darah', en: 'Blood type' },
            options: [option('a', 'A'), option('b', 'B'), option('ab', 'AB'), option('o', 'O')],
          },
          {
            id: 'bloodLetter',
            kind: 'file',
            label: { id: 'Hasil laboratorium atau kartu donor', en: 'Laboratory result or donor card' },
          },
        ],
      },
    ],
  },
  {
    id: 'status-kawin',
    title: { id: 'Status perkawinan', en: 'Marital status' },
    lead: {
      id: 'Untuk peristiwa yang sudah dicatat di tempat lain. Perkawinan dan perceraian yang belum dicatat dilaporkan lewat layanannya sendiri.',
      en: 'For events that were recorded elsewhere. Marriages and divorces not yet recorded have services of their own.',
    },
    when: '"marital" in answers.elements',
    groups: [
      {
        fields: [
          {
            id: 'newMarital',
            kind: 'choice',
            label: { id: 'Status yang benar', en: 'The right status' },
            options: [
              option('married', 'Kawin tercatat', 'Married, recorded'),
              option('divorced', 'Cerai hidup', 'Divorced'),
              option('widowed', 'Cerai mati', 'Widowed'),
            ],
          },
          {
            id: 'maritalNumber',
            kind: 'text',
            max: 60,
            label: { id: 'Nomor buku nikah, akta cerai atau akta kematian', en: 'Number of the proof' },
          },
          {
            id: 'maritalOn',
            kind: 'date',
            label: { id: 'Tanggal peristiwanya', en: 'Date of the event' },
          },
          {
            id: 'maritalProof',
            kind: 'file',
            label: { id: 'Foto buku nikah, akta cerai atau akta kematian', en: 'Photo of the proof' },
          },
        ],
      },
    ],
  },
]

import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** What is built, by which drawings, and what is declared. */
export const buildingPages: Pages = [
  {
    id: 'bangunan',
    title: { id: 'Bangunan', en: 'Building' },
    groups: [
      {
        fields: [
          {
            id: 'buildingName',
            kind: 'text',
            max: 80,
            label: { id: 'Nama bangunan', en: 'Name of the building' },
            hint: {
              id: 'Misalnya "Rumah tinggal keluarga Prasetyo".',
              en: 'For instance "Home of the Prasetyo family".',
            },
          },
          {
            id: 'use',
            kind: 'choice',
            label: { id: 'Fungsi bangunan', en: 'Use of the building' },
            options: [
              { value: 'dwelling', label: { id: 'Hunian', en: 'Dwelling' } },
              { value: 'business', label: { id: 'Usaha', en: 'Business' } },
              {
                value: 'business-prototype',
                label: {
                  id: 'Usaha mikro dan kecil dengan desain prototipe',
                  en: 'Small business by a prototype design',
                },
              },
              { value: 'mixed', label: { id: 'Campuran, rumah dan usaha', en: 'Mixed, home and business' } },
              { value: 'social', label: { id: 'Sosial dan budaya', en: 'Social and cultural' } },
              { value: 'religious', label: { id: 'Keagamaan', en: 'Religious' } },
              { value: 'special', label: { id: 'Khusus', en: 'Special' } },
            ],
          },
          {
            id: 'work',
            kind: 'choice',
            label: { id: 'Pekerjaan', en: 'Work' },
            options: [
              { value: 'new', label: { id: 'Bangunan baru', en: 'New building' } },
              { value: 'repair-medium', label: { id: 'Rehabilitasi sedang', en: 'Medium repair' } },
              { value: 'repair-heavy', label: { id: 'Rehabilitasi berat', en: 'Heavy repair' } },
              { value: 'heritage-pratama', label: { id: 'Pelestarian pratama', en: 'Conservation, first grade' } },
              { value: 'heritage-madya', label: { id: 'Pelestarian madya', en: 'Conservation, middle grade' } },
              { value: 'heritage-utama', label: { id: 'Pelestarian utama', en: 'Conservation, highest grade' } },
            ],
          },
          {
            id: 'permanence',
            kind: 'choice',
            label: { id: 'Permanensi', en: 'Permanence' },
            options: [
              { value: 'permanent', label: { id: 'Permanen', en: 'Permanent' } },
              { value: 'temporary', label: { id: 'Tidak permanen', en: 'Not permanent' } },
            ],
          },
          {
            id: 'storeys',
            kind: 'table',
            minItems: 1,
            maxItems: 8,
            itemLabel: { id: 'Lantai', en: 'Floor' },
            label: { id: 'Luas setiap lantai', en: 'Area of each floor' },
            hint: {
              id: 'Satu baris satu lantai, dari bawah. Retribusi dihitung dari jumlahnya.',
              en: 'One row for each floor, from the ground up. The retribution comes from their sum.',
            },
            fields: [
              { id: 'storey', kind: 'text', max: 30, label: { id: 'Lantai', en: 'Floor' } },
              {
                id: 'storeyArea',
                kind: 'number',
                measure: 'm2',
                min: 1,
                max: 2000,
                decimals: 2,
                unit: { id: 'm²', en: 'm²' },
                label: { id: 'Luas', en: 'Area' },
              },
            ],
          },
          {
            id: 'area',
            kind: 'computed',
            gives: 'number',
            measure: 'm2',
            decimals: 2,
            unit: { id: 'm²', en: 'm²' },
            value: 'total(answers.storeys, "storeyArea")',
            label: { id: 'Luas seluruh lantai', en: 'Area of all floors' },
          },
          {
            id: 'floors',
            kind: 'computed',
            gives: 'number',
            measure: 'floor',
            value: 'size(answers.storeys)',
            label: { id: 'Jumlah lantai', en: 'Number of floors' },
          },
        ],
      },
      {
        title: { id: 'Rumah masyarakat berpenghasilan rendah', en: 'Home for people with low income' },
        when: 'answers.use == "dwelling"',
        fields: [
          {
            id: 'lowIncome',
            kind: 'yes-no',
            label: {
              id: 'Apakah ini rumah masyarakat berpenghasilan rendah (MBR)?',
              en: 'Is this a home for people with low income (MBR)?',
            },
            hint: {
              id: 'Rumah MBR bebas retribusi. Luasnya terbatas dan penghasilan Anda diperiksa.',
              en: 'Such a home is free of retribution. Its area is limited and your income is checked.',
            },
            checks: [
              {
                holds: 'answers.lowIncome != "yes" || answers.area <= double(known.lowIncomeArea)',
                say: {
                  id: 'Luas rumah ini melebihi batas rumah MBR.',
                  en: 'This home is larger than a home for people with low income may be.',
                },
                basis: 'Keputusan Menteri PUPR tentang batasan luas rumah bagi MBR',
              },
            ],
          },
          {
            id: 'incomeProof',
            kind: 'choice',
            when: 'answers.lowIncome == "yes"',
            label: { id: 'Bukti penghasilan', en: 'Proof of income' },
            options: [
              { value: 'letter', label: { id: 'Surat keterangan penghasilan', en: 'Income statement of an employer' } },
              { value: 'statement', label: { id: 'Pernyataan saya sendiri', en: 'My own statement' } },
            ],
          },
          {
            id: 'incomeLetter',
            kind: 'file',
            document: 'income-letter',
            when: 'answers.lowIncome == "yes" && answers.incomeProof == "letter"',
            label: { id: 'Surat keterangan penghasilan', en: 'Income statement' },
          },
          {
            id: 'incomeStatement',
            kind: 'statement',
            when: 'answers.lowIncome == "yes" && answers.incomeProof != "letter"',
            label: {
              id: 'Saya menyatakan penghasilan saya di bawah batas MBR dan bersedia membayar retribusi bila pernyataan ini keliru.',
              en: 'I state that my income is below the limit, and will pay the retribution if this is not so.',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'gambar',
    title: { id: 'Gambar dan foto', en: 'Drawings and photos' },
    groups: [
      {
        fields: [
          {
            id: 'design',
            kind: 'choice',
            label: { id: 'Gambar bangunan', en: 'Drawings of the building' },
            options: [
              { value: 'own', label: { id: 'Gambar sendiri atau dari arsitek', en: 'My own or an architect’s' } },
              {
                value: 'prototype',
                label: { id: 'Desain prototipe pemerintah', en: 'A prototype design of the government' },
                hint: {
                  id: 'Gratis, sudah memenuhi standar teknis.',
                  en: 'Free of charge, meets the technical standard.',
                },
              },
            ],
          },
          {
            id: 'drawings',
            kind: 'file',
            document: 'building-drawing',
            when: 'answers.design == "own"',
            label: { id: 'Denah, tampak, potongan dan struktur', en: 'Plan, elevation, section and structure' },
          },
          {
            id: 'prototypeStatement',
            kind: 'statement',
            when: 'answers.design != "own"',
            label: {
              id: 'Saya membangun persis menurut desain prototipe yang saya pilih dan tidak mengubah strukturnya.',
              en: 'I build exactly by the prototype design that I chose and do not change its structure.',
            },
          },
          {
            id: 'prototypeCode',
            kind: 'text',
            max: 30,
            when: 'answers.design != "own"',
            label: { id: 'Kode desain prototipe', en: 'Code of the prototype design' },
          },
          {
            id: 'sitePhoto',
            kind: 'photo',
            document: 'site-photo',
            label: { id: 'Foto lokasi dari jalan', en: 'Photo of the site from the road' },
          },
        ],
      },
    ],
  },
  {
    id: 'pernyataan',
    title: { id: 'Pernyataan', en: 'Declaration' },
    groups: [
      {
        fields: [
          {
            id: 'truth',
            kind: 'statement',
            label: {
              id: 'Saya menyatakan isian dan dokumen ini benar, tanah tidak dalam sengketa, dan saya mengizinkan petugas memeriksa lokasi.',
              en: 'I declare that these answers and papers are true, that the land is not in dispute, and that officers may see the site.',
            },
          },
          {
            id: 'sharing',
            kind: 'consent',
            purpose: {
              id: 'Data ini dipakai DPMPTSP, DPUPR dan DLH untuk menilai permohonan ini, dan disimpan selama bangunan berdiri.',
              en: 'DPMPTSP, DPUPR and DLH use these data to assess this application; they are kept as long as the building stands.',
            },
            label: {
              id: 'Saya setuju data ini dibagikan kepada dinas penelaah.',
              en: 'I agree that these data are shared with the reviewing offices.',
            },
          },
        ],
      },
    ],
  },
]

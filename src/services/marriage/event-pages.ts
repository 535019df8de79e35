import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/** When, where and before whom they married; as on formulir F-2.01. */
export const eventPages: Pages = [
  {
    id: 'perkawinan',
    title: { id: 'Tentang perkawinannya', en: 'About the marriage' },
    lead: {
      id: 'Selamat atas perkawinan Anda. Satu laporan memberi akta untuk suami dan istri, serta kartu keluarga yang baru.',
      en: 'Congratulations. One report gives a certificate to each of you, and the new family card.',
    },
    groups: [
      {
        fields: [
          {
            id: 'proof',
            kind: 'choice',
            label: { id: 'Bukti perkawinan Anda', en: 'Proof of your marriage' },
            options: [
              {
                value: 'blessing',
                label: { id: 'Surat pemuka agama', en: 'Letter of a religious leader' },
                hint: {
                  id: 'Surat pemberkatan atau surat perkawinan dari gereja, pura, vihara, kelenteng atau litang.',
                  en: 'The letter of the church, temple or vihara in which you married.',
                },
              },
              {
                value: 'belief',
                label: { id: 'Surat pemuka penghayat kepercayaan', en: 'Letter of a leader of a native faith' },
                hint: {
                  id: 'Pemuka yang terdaftar pada organisasi penghayat kepercayaan.',
                  en: 'A leader who is registered with the organisation of that faith.',
                },
              },
              {
                value: 'court',
                label: { id: 'Penetapan pengadilan', en: 'Court decision' },
                hint: {
                  id: 'Untuk perkawinan yang tidak dapat dibuktikan dengan surat, atau yang ditetapkan pengadilan.',
                  en: 'For a marriage that no letter proves, or that a court decided on.',
                },
              },
            ],
          },
          {
            id: 'marriedOn',
            kind: 'date',
            label: { id: 'Tanggal perkawinan', en: 'Date of the marriage' },
            hint: {
              id: 'Menurut surat pemuka agama. Lewat {rule:civil-registration.marriage.report-within} pun tetap dapat dicatat.',
              en: 'As in the letter. After {rule:civil-registration.marriage.report-within} it can still be recorded.',
            },
            checks: [
              {
                holds: 'daysBetween(fact(known, "birthOn"), answers.marriedOn) > 0',
                say: {
                  id: 'Tanggal ini mendahului tanggal lahir Anda.',
                  en: 'This date comes before your date of birth.',
                },
              },
            ],
          },
          {
            id: 'place',
            kind: 'text',
            max: 60,
            prefill: 'fact(known, "regencyName")',
            label: { id: 'Kabupaten atau kota tempat perkawinan', en: 'Regency or city of the marriage' },
            hint: { id: 'Ini yang tertulis pada akta.', en: 'This is what the certificate says.' },
          },
          {
            id: 'officiant',
            kind: 'text',
            max: 120,
            when: 'answers.proof != "court"',
            label: {
              id: 'Nama pemuka agama dan tempat ibadahnya',
              en: 'Name of the religious leader and place of worship',
            },
            hint: { id: 'Misalnya Pdt. Ruth Simanjuntak, GKI Arunika.', en: 'For example Rev. Ruth Simanjuntak, GKI.' },
          },
        ],
      },
    ],
  },
]

import type { ServiceInput } from '#modules/services/index.ts'

const keptBack = 'findings.scope == "partial" || findings.scope == "exempt"'

/**
 * What the information officer drafts: whether it is held, what is given, and the test of consequences of whatever is
 * kept back.
 * @basis UU 14/2008 pasal 2 ayat (4), 19 dan 22 ayat (7); Perki 1/2021 pasal 49
 */
export const answerForm: NonNullable<ServiceInput['flow']['transitions'][number]['form']> = [
  {
    id: 'holding',
    kind: 'choice',
    label: { id: 'Informasi ini', en: 'This information is' },
    options: [
      { value: 'held', label: { id: 'Kami kuasai', en: 'Held by us' } },
      { value: 'elsewhere', label: { id: 'Dikuasai badan publik lain', en: 'Held by another public body' } },
      { value: 'not-documented', label: { id: 'Belum didokumentasikan', en: 'Not documented yet' } },
    ],
  },
  {
    id: 'heldBy',
    kind: 'text',
    max: 120,
    when: 'findings.holding == "elsewhere"',
    label: { id: 'Badan publik yang menguasainya', en: 'The public body that holds it' },
  },
  {
    id: 'scope',
    kind: 'choice',
    label: { id: 'Yang diberikan', en: 'What is given' },
    options: [
      { value: 'full', label: { id: 'Seluruhnya', en: 'All of it' } },
      { value: 'partial', label: { id: 'Sebagian, sisanya dihitamkan', en: 'Part of it, the rest blacked out' } },
      { value: 'referral', label: { id: 'Penjelasan dan rujukan', en: 'An explanation and where to ask' } },
      { value: 'exempt', label: { id: 'Tidak ada, dikecualikan', en: 'Nothing, it is exempt' } },
    ],
  },
  {
    id: 'answerText',
    kind: 'long-text',
    min: 20,
    max: 3000,
    label: { id: 'Jawaban', en: 'Answer' },
    hint: { id: 'Tercetak pada surat jawaban.', en: 'Printed on the letter of the answer.' },
  },
  {
    id: 'answerFiles',
    kind: 'file',
    required: 'false',
    when: 'findings.scope == "full" || findings.scope == "partial"',
    label: { id: 'Dokumen yang diberikan', en: 'Documents given' },
  },
  {
    id: 'keptBack',
    kind: 'long-text',
    min: 10,
    when: keptBack,
    label: { id: 'Bagian yang dikecualikan', en: 'The part kept back' },
  },
  {
    id: 'harm',
    kind: 'long-text',
    min: 20,
    when: keptBack,
    label: { id: 'Akibat bila dibuka', en: 'Harm if it is opened' },
    hint: {
      id: 'Uji konsekuensi: bahaya yang nyata, bukan dugaan.',
      en: 'Test of consequences: real harm, not a guess.',
    },
  },
  {
    id: 'publicInterest',
    kind: 'long-text',
    min: 20,
    when: keptBack,
    label: {
      id: 'Kepentingan publik bila dibuka, dan mengapa menutupnya melindungi kepentingan yang lebih besar',
      en: 'The public interest in opening it, and why keeping it back protects a greater one',
    },
  },
  {
    id: 'exemptUntil',
    kind: 'date',
    future: true,
    required: 'false',
    when: keptBack,
    label: { id: 'Dikecualikan sampai', en: 'Kept back until' },
    hint: {
      id: 'Kosongkan bila tanpa batas (pasal 17 huruf g sampai j).',
      en: 'Leave empty where there is no end (article 17 g to j).',
    },
  },
]

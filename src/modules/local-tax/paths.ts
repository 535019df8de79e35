const root = '/pajak-daerah'

export const localTaxPaths = {
  home: root,
  taxpayers: `${root}/wajib-pajak`,
  newTaxpayer: `${root}/wajib-pajak/baru`,
  taxpayer: (id: string) => `${root}/wajib-pajak/${id}`,
  editTaxpayer: (id: string) => `${root}/wajib-pajak/${id}/ubah`,
  taxpayerAct: (id: string) => `${root}/wajib-pajak/${id}/keadaan`,
  objects: `${root}/objek`,
  newObject: `${root}/objek/baru`,
  object: (id: string) => `${root}/objek/${id}`,
  editObject: (id: string) => `${root}/objek/${id}/ubah`,
  ownerOf: (id: string) => `${root}/objek/${id}/pemilik`,
  splitObject: (id: string) => `${root}/objek/${id}/pecah`,
  mergeObject: (id: string) => `${root}/objek/${id}/gabung`,
  endObject: (id: string) => `${root}/objek/${id}/akhiri`,
  assessObject: (id: string) => `${root}/objek/${id}/ketetapan`,
  /** Of the module that takes the returns of self-assessed taxes. */
  returns: `${root}/laporan`,
  runs: `${root}/penetapan`,
  run: (id: string) => `${root}/penetapan/${id}`,
  runAct: (id: string, verb: string) => `${root}/penetapan/${id}/${verb}`,
  remarks: (id: string) => `${root}/penetapan/${id}/catatan`,
  assessments: `${root}/ketetapan`,
  assessment: (id: string) => `${root}/ketetapan/${id}`,
  sheet: (id: string) => `${root}/ketetapan/${id}/cetak`,
  assessmentAct: (id: string, verb: string) => `${root}/ketetapan/${id}/${verb}`,
  /** A letter of an assessment: STPD, warning, decree. */
  letter: (id: string, documentId: string) => `${root}/ketetapan/${id}/surat/${documentId}`,
  arrears: `${root}/tunggakan`,
  proposals: `${root}/usulan`,
  proposal: (id: string) => `${root}/usulan/${id}`,
  proposalAct: (id: string, verb: string) => `${root}/usulan/${id}/${verb}`,
  /** For everybody: whether the tax of a parcel is paid. */
  check: '/cek-pbb',
  own: '/pajak-saya',
  /** Of the module that takes the returns of self-assessed taxes. */
  ownReturns: '/lapor-pajak',
  ownAssessment: (id: string) => `/pajak-saya/${id}`,
  ownLetter: (id: string, documentId: string) => `/pajak-saya/${id}/surat/${documentId}`,
  realization: `${root}/realisasi`,
  /** With an ending: .csv or .xlsx. */
  openData: '/data/realisasi-pajak-daerah',
  prints: `${root}/cetak`,
  print: (id: string) => `${root}/cetak/${id}`,
  printFile: (id: string, ordinal: number | string) => `${root}/cetak/${id}/berkas/${ordinal}`,
  /** The notice as a sealed document. */
  paper: (id: string) => `${root}/ketetapan/${id}/sppt`,
  ownPaper: (id: string) => `/pajak-saya/${id}/sppt`,
}

import { localTaxPaths } from '#modules/local-tax/paths.ts'

const own = localTaxPaths.ownReturns
const desk = localTaxPaths.returns

export const taxReturnPaths = {
  own,
  ownReturn: (id: string) => `${own}/${id}`,
  review: (id: string) => `${own}/${id}/periksa`,
  receipt: (id: string, ordinal: number | string) => `${own}/${id}/bukti/${ordinal}`,
  ownPaper: (id: string, attachmentId: string) => `${own}/${id}/lampiran/${attachmentId}`,
  desk,
  deskReturn: (id: string) => `${desk}/${id}`,
  deskAct: (id: string, verb: string) => `${desk}/${id}/${verb}`,
  deskPaper: (id: string, attachmentId: string) => `${desk}/${id}/lampiran/${attachmentId}`,
}

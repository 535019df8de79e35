import type { Locale } from '#kernel/i18n/texts.ts'
import { formatRupiah, rupiah } from '#kernel/money/money.ts'
import { billingPaths } from '#modules/billing/paths.ts'
import type { OptionSource } from '#modules/services/index.ts'
import { taxNames } from '../claims.ts'
import { formatNop } from '../nop.ts'
import { listOwnClaims } from '../queries/claim-facts.ts'
import { listActiveObjects } from '../queries/taxpayer-facts.ts'
import { listTaxpayersOf } from '../queries/taxpayers.ts'
import { objectTexts } from '../texts/objects.ts'

/** Nobody else's: the list of one's own stands where one's own bills stand. */
const address = billingPaths.ownBills

/** The numbers under which somebody pays: his own, and those of the firms that he leads. */
export const ownTaxpayers: OptionSource = {
  address,
  async list(_tenant, db, { personId }) {
    const open = (await listTaxpayersOf(db, personId)).filter(({ state }) => state === 'active')
    return open.map(({ npwpd, name }) => ({
      value: npwpd,
      label: { id: `${name} (${npwpd})`, en: `${name} (${npwpd})` },
    }))
  },
}

/** The firms that somebody leads. */
export const ownFirms: OptionSource = {
  address,
  async list(_tenant, db, { personId }) {
    const firms = (await listTaxpayersOf(db, personId)).filter(
      (each) => each.kind === 'firm' && each.state === 'active',
    )
    return firms.map(({ npwpd, name }) => ({
      value: npwpd,
      label: { id: `${name} (${npwpd})`, en: `${name} (${npwpd})` },
    }))
  },
}

/** What is run under the number that was chosen; land is not among it. */
export const ownObjects: OptionSource = {
  address,
  async list(_tenant, db, { personId, answers }) {
    const ids = (await listTaxpayersOf(db, personId))
      .filter(({ npwpd }) => npwpd === answers['npwpd'])
      .map(({ id }) => id)
    const objects = (await listActiveObjects(db, ids)).filter(({ kind }) => kind !== 'land')
    return objects.map(({ code, kind, name, address: place }) => ({
      value: code,
      label: { id: `${name} (${code})`, en: `${name} (${code})` },
      detail: {
        id: `${objectTexts('id')(`kind.${kind}`)}, ${place}`,
        en: `${objectTexts('en')(`kind.${kind}`)}, ${place}`,
      },
    }))
  },
}

/** Land of the applicant and of the firms that he leads. */
export const ownLand: OptionSource = {
  address,
  async list(_tenant, db, { personId }) {
    const ids = (await listTaxpayersOf(db, personId)).map(({ id }) => id)
    const objects = (await listActiveObjects(db, ids)).filter(({ kind }) => kind === 'land')
    return objects.map(({ code, name, address: place }) => ({
      value: code,
      label: { id: `${formatNop(code)} (${name})`, en: `${formatNop(code)} (${name})` },
      detail: { id: place, en: place },
    }))
  },
}

/** Assessments of the applicant and of the firms that he leads. */
export const ownClaims: OptionSource = {
  address,
  async list(_tenant, db, { personId }) {
    const claims = await listOwnClaims(db, personId)
    return claims.map(({ number, tax, year, amount, owner, place }) => {
      const say = (locale: Locale) => `${taxNames[tax][locale]} ${year}, ${formatRupiah(rupiah(amount))}`
      const detail = [number, owner, place].filter(Boolean).join(', ')
      return {
        value: number,
        label: { id: say('id'), en: say('en') },
        detail: { id: detail, en: detail },
      }
    })
  },
}

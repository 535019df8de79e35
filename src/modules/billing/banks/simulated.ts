/** The bank of a demo region that speaks SNAP. No money moves. */
export const simulatedBankId = 'bank-percontohan'
export const simulatedClientKey = 'BANK-PERCONTOHAN'
export const simulatedPartnerId = 'PERCONTOHAN'

import vine from '@vinejs/vine'

/** `page` from 1 on, `perPage` up to 100: spread into the validator of a list. */
export const pageFields = {
  page: vine.number().withoutDecimals().min(1).max(100_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(100).optional(),
}

export const pageOf = (query: { page?: number; perPage?: number }, perPage = 20) => ({
  page: query.page ?? 1,
  perPage: query.perPage ?? perPage,
})

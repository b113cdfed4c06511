/** The texts of a video that searching keeps apart, the most telling first. */
export const searchFields = ['title', 'laws', 'topics', 'description', 'captions'] as const
export type SearchField = (typeof searchFields)[number]

/** What an import did to one kind of row. `kept`: rows that a person corrected, which it may not overwrite. */
export interface Tally {
  added: number
  changed: number
  kept: number
  same: number
}

export const newTally = (): Tally => ({ added: 0, changed: 0, kept: 0, same: 0 })

import { BaseEvent } from '@adonisjs/core/events'

/** What others hear of the record of laws, after the change has been committed. */
export class LawsChanged extends BaseEvent {
  constructor(readonly lawIds: readonly string[] | 'all') {
    super()
  }
}

/**
 * To be awaited, after the commit, by whoever added, corrected, related, imported or removed documents. Name each
 * document whose dates, label or relations changed; of a relation that was added, changed or removed, both ends.
 * When it has answered, every video that is touched has its tasks. Documents that these act on are found by the listener.
 */
export async function lawsChanged(lawIds: Iterable<string> | 'all'): Promise<void> {
  await LawsChanged.dispatch(lawIds === 'all' ? 'all' : [...new Set(lawIds)])
}

/** Documents are called otherwise than before: texts that name them have to follow. */
export class LawsRenamed extends BaseEvent {
  constructor(readonly lawIds: readonly string[]) {
    super()
  }
}

export async function lawsRenamed(lawIds: Iterable<string>): Promise<void> {
  await LawsRenamed.dispatch([...new Set(lawIds)])
}

import { citationText } from '#app/laws/citation_text'
import type { LawRecord } from '#app/laws/law_record'
import { provisionText } from '#app/laws/provision'
import type { TaskFacts } from './task_facts.js'
import type ValidityDecision from './validity_decision.js'
import type { Change, TagState } from './validity_decision.js'

interface Context {
  record: LawRecord
  facts: TaskFacts
}

/** Who decided what, when, and what became of it; an undone one says so. */
export function decisionView(
  decision: ValidityDecision,
  held: ValidityDecision[],
  { record, facts }: Context
) {
  return {
    id: decision.id,
    decision: decision.decision,
    note: decision.note,
    tagIds: decision.tagIds,
    by: facts.deciders.get(decision.decidedBy) ?? null,
    at: decision.decidedAt.toISO()!,
    holds: held.includes(decision),
    changes: decision.changes.flatMap((change) => inWords(change, record)),
  }
}

interface InWords {
  before: string | null
  /** Null: the whole document. */
  after: string | null
}

/** From what to what, as people cite it. */
function inWords(change: Change, record: LawRecord): InWords[] {
  if (change.what === 'tag') {
    const [before, after] = [cited(change.before, record), cited(change.after, record)]
    return before === after ? [] : [{ before, after }]
  }
  if (change.what === 'relation') {
    const { scope, provisions } = change.after
    const after = scope === 'whole' ? null : (provisions ?? []).map(provisionText).join(', ')
    return [{ before: null, after }]
  }
  return []
}

function cited(state: TagState, record: LawRecord): string {
  const law = record.byId.get(state.lawId)
  return law ? citationText(law, state, record) : provisionText(state)
}

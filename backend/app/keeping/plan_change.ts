import { createHash } from 'node:crypto'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { HubError, invalid } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { Draft } from '#app/laws/changes/draft'
import { inWords, isSaneDay } from '#app/laws/changes/law_checks'
import { recordAfter } from '#app/laws/changes/record_after'
import { removedByPeople } from '#app/laws/changes/removed'
import { canonical, type RecordRow } from '#app/laws/changes/states'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import type { ImportedRow } from '#app/laws/import/imported_row'
import type { LawChangeKind } from '#app/laws/changes/law_change'
import LawStructure from '#app/laws/structure/law_structure'
import Topic from '#app/topics/topic'
import { effectsOf, type LawEffect } from './effects.js'
import { readEdits, type ChangeInput } from './read_edits.js'
import { readFiles } from './read_files.js'
import { warningsOf } from './warnings.js'

/** What a change would do, before anything is written. */
export interface Plan {
  kind: LawChangeKind
  rows: RecordRow[]
  before: LawRecord
  after: LawRecord
  effects: LawEffect[]
  /** Rows of files, whatever is done with them. */
  imported: ImportedRow[]
  /** Rows of files that cannot be used. */
  problems: HubError[]
  /** What is possible, but strange. */
  warnings: HubError[]
  /** Of everything that is shown before it is saved: whatever moves it asks for another look. */
  fingerprint: string
}

/** Plans the change on the record as it now is. @throws 422 with what is wrong with the edits, or with a file as a whole */
export async function planChange(input: ChangeInput, client?: QueryClientContract): Promise<Plan> {
  checkReason(input)
  const record = client ? await lawRecord(client) : await lawRecord()
  const draft = new Draft(record)
  const topicIds = new Map((await Topic.query({ client })).map(({ slug, id }) => [slug, id]))
  const { files, edits = [] } = input
  const structureOf = async (lawId: string) => {
    const found = await LawStructure.query({ client }).where('lawId', lawId).first()
    return found && { elements: found.elements }
  }
  if (!files && !edits.length) throw invalid('E_LAW_CHANGE_EMPTY', 'edits')
  await readEdits(edits, { record, draft, input, topicIds, structureOf })
  const removed = await removedByPeople(client)
  const read = files && readFiles(files, { draft, input, topicIds, removed })
  const onlyStructure = edits.length > 0 && edits.every((edit) => edit.do === 'structure')
  const kind = files ? 'import' : onlyStructure ? 'structure' : 'edit'
  return { kind, ...(await outcomeOf(draft.rows(), record, client)), imported: [], problems: [], ...read }
}

/** What rows mean for laws, videos and readers. */
export async function outcomeOf(rows: RecordRow[], before: LawRecord, client?: QueryClientContract) {
  const after = recordAfter(before, rows)
  const effects = await effectsOf(rows, before, after, client)
  const fingerprint = createHash('sha256').update(canonical({ rows, effects })).digest('hex').slice(0, 40)
  return { rows, before, after, effects, warnings: warningsOf(rows, after), fingerprint }
}

function checkReason({ checkedOn }: ChangeInput) {
  const today = todayInVietnam()
  if (!isSaneDay(checkedOn)) throw invalid('E_DAY_INVALID', 'checkedOn', { value: checkedOn })
  if (checkedOn > today) {
    const params = { value: inWords(checkedOn), other: inWords(today) }
    throw invalid('E_CHECKED_IN_FUTURE', 'checkedOn', params)
  }
}

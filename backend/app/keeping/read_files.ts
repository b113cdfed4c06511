import { HubError, HubErrors } from '#app/core/hub_error'
import { stubsFor, readRelations } from '#app/laws/import/read_relations'
import type { Draft } from '#app/laws/changes/draft'
import { lawProblems, relationProblems } from '#app/laws/changes/law_checks'
import type { Removed } from '#app/laws/changes/removed'
import { addStubs, importLaws } from '#app/laws/import/import_laws'
import { importRelations } from '#app/laws/import/import_relations'
import { importVbpl } from '#app/laws/import/import_vbpl'
import { isWritten, type ImportChoices, type ImportedRow } from '#app/laws/import/imported_row'
import { readLaws } from '#app/laws/import/read_laws'
import { readVbpl } from '#app/laws/import/read_vbpl'
import type { ChangeInput } from './read_edits.js'

export interface ReadFiles {
  imported: ImportedRow[]
  /** One per row that cannot be used; the others can. */
  problems: HubError[]
}

interface FilesContext {
  draft: Draft
  input: ChangeInput
  topicIds: ReadonlyMap<string, number>
  removed: Removed
}

/** Names under which rows and problems are told of. */
const names = { laws: 'laws.tsv', relations: 'relations.tsv', vbpl: 'vbpl.json' }

/** Brings the good rows of the files into the draft and tells of each row, the bad ones included. */
export function readFiles(files: NonNullable<ChangeInput['files']>, context: FilesContext): ReadFiles {
  const { draft, input, topicIds, removed } = context
  const source = { name: input.source, checkedOn: input.checkedOn }
  const choices = { overwrite: new Set(input.overwrite), skip: new Set(input.skip) }
  const all: ReadFiles = { imported: [], problems: [] }
  const add = (imported: ImportedRow[], problems: HubError[]) => {
    all.imported.push(...imported)
    all.problems.push(...problems)
  }
  if (files.laws) {
    const { rows, problems } = readLaws(files.laws, new Set(topicIds.keys()), names.laws)
    refuseForeign(problems)
    add([], problems)
    const from = { topicIds, source, file: names.laws }
    for (const row of rows) one(() => importLaws({ ...from, rows: [row] }, draft, removed, choices))
  }
  if (files.vbpl) {
    const { rows, problems } = readVbpl(files.vbpl, names.vbpl)
    refuseForeign(problems)
    add([], problems)
    for (const row of rows) {
      one(() => {
        const read = importVbpl({ rows: [row], source, file: names.vbpl }, draft, choices)
        all.problems.push(...read.problems)
        return read.rows
      })
    }
  }
  if (files.relations) readRelationFile(files.relations, choices)
  return all

  function readRelationFile(text: string, chosen: ImportChoices) {
    const { rows, problems } = readRelations(text, names.relations)
    refuseForeign(problems)
    add([], problems)
    const kept = rows.filter(({ line }) => !chosen.skip.has(`${names.relations}:${line}`))
    const numbers = [...draft.laws.values()].map(({ number }) => number)
    const stubs = stubsFor(kept, numbers)
    add(addStubs(stubs, draft), [])
    for (const row of rows) {
      one(() => {
        const read = importRelations([row], draft, removed, chosen, names.relations)
        all.problems.push(...read.problems)
        return read.rows
      })
    }
  }

  /** A row that is impossible is taken out of the draft again. */
  function one(bring: () => ImportedRow[]) {
    draft.attempt(() => {
      const rows = bring()
      const problems = rows.filter(isWritten).flatMap((row) => {
        const found = row.what === 'law' ? lawProblems(draft, row.id) : relationProblems(draft, row.id)
        return found.map((problem) => placed(problem, row))
      })
      add(problems.length ? [] : rows, problems)
      return problems.length === 0
    })
  }
}

/** A file that is none of these tables has no good rows: that is refused as a whole. */
function refuseForeign(problems: HubError[]) {
  const foreign = problems.find(({ code }) => code === 'E_IMPORT_COLUMNS')
  if (foreign) throw new HubErrors(422, [foreign])
}

function placed(problem: HubError, row: ImportedRow): HubError {
  const [file = ''] = row.key.split(':')
  const { params, field, meta } = problem.options
  return new HubError(problem.code, 422, { field, meta, params: { ...params, file, line: row.line } })
}

import { HubError, HubErrors } from '#app/core/hub_error'
import { normalise } from '#app/core/vietnamese_text'

/** Codes of what can be wrong with an imported file; `params` carry file, line (from 1), column (name) and value. */
export type ImportCode =
  | 'E_IMPORT_COLUMNS'
  | 'E_IMPORT_WIDTH'
  | 'E_IMPORT_MISSING'
  | 'E_IMPORT_VALUE'
  | 'E_IMPORT_DATE'
  | 'E_IMPORT_DUPLICATE'
  | 'E_IMPORT_AMBIGUOUS'

export interface ImportPlace {
  file: string
  line: number
  column: string
}

export function importProblem(code: ImportCode, place: ImportPlace, value = ''): HubError {
  return new HubError(code, 422, { params: { ...place, value: value.slice(0, 200) }, field: place.column })
}

/** What was read, and everything that was wrong with it: a preview shows both. */
export interface ImportReading<Row> {
  rows: Row[]
  problems: HubError[]
}

/** The rows, or all problems at once. */
export function requireRows<Row>({ rows, problems }: ImportReading<Row>): Row[] {
  if (problems.length) throw new HubErrors(422, problems)
  return rows
}

/** One line of a table; reading a cell notes what is wrong with it and answers null. */
export class TsvLine {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: Map<string, string>,
    private readonly problems: HubError[]
  ) {}

  complain(code: ImportCode, column: string, value?: string): null {
    this.problems.push(importProblem(code, { file: this.file, line: this.line, column }, value))
    return null
  }

  optional(column: string): string | null {
    return this.cells.get(column) || null
  }

  required(column: string): string | null {
    return this.optional(column) ?? this.complain('E_IMPORT_MISSING', column)
  }

  /** A required cell that `accept` must answer for, or null after a complaint. */
  oneOf<T extends string>(column: string, accept: (value: string) => value is T): T | null {
    const value = this.required(column)
    if (value === null) return null
    return accept(value) ? value : this.complain('E_IMPORT_VALUE', column, value)
  }

  optionalDay(column: string, accept: (value: string) => boolean): string | null {
    const value = this.optional(column)
    if (value === null || accept(value)) return value
    return this.complain('E_IMPORT_DATE', column, value)
  }
}

/**
 * Reads a table with a head line, cell by cell trimmed and in NFC. `read` answers null for a line it complained of.
 * Columns may stand in any order and others may be there too; a missing one is one problem for the whole file.
 */
export function readTable<Row>(
  file: string,
  text: string,
  columns: readonly string[],
  read: (line: TsvLine) => Row | null
): ImportReading<Row> {
  const problems: HubError[] = []
  const rows: Row[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const head = (lines[0] ?? '').split('\t').map((name) => name.trim())
  const absent = columns.filter((name) => !head.includes(name))
  if (absent.length) {
    return {
      rows,
      problems: [importProblem('E_IMPORT_COLUMNS', { file, line: 1, column: absent.join(', ') })],
    }
  }
  for (const [index, content] of lines.entries()) {
    if (index === 0 || content.trim() === '') continue
    const values = content.split('\t').map((cell) => normalise(cell.trim()))
    const cells = new Map(head.map((name, at) => [name, values[at] ?? '']))
    const line = new TsvLine(file, index + 1, cells, problems)
    if (values.length > head.length) line.complain('E_IMPORT_WIDTH', head.at(-1) ?? '', content)
    else {
      const before = problems.length
      const row = read(line)
      // A line that was complained of has no row, though it may have been read to its end
      if (row !== null && problems.length === before) rows.push(row)
    }
  }
  return { rows, problems }
}

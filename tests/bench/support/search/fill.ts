import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import pg from 'pg'
import { makeCorpus, seeded } from './corpus.js'
import { makeVideo, tables, type Batch, type Known, type Row } from './rows.js'

/** Where rows go: straight into the tables, many in one transaction. */
interface Sink {
  rows(sql: string): Promise<Row[]>
  add(batch: Batch): Promise<void>
  finish(): Promise<void>
}

const videosAtATime = 1000

/** Fills a migrated database that has laws and demo accounts. */
export async function fill(sink: Sink, videoCount: number, tagCount: number): Promise<void> {
  const owner = await sink.rows("select id from users where email = 'producer@demo.test'")
  const ids = Array.from({ length: 12 }, (_, at) => `benchagency${at}`)
  await sink.add({
    agencies: ids.map((id, at) => ({
      id,
      slug: id,
      name: `Phòng Tư pháp ${at + 1}`,
      created_at: '2026-10-01 00:00:00',
      updated_at: '2026-10-01 00:00:00',
    })),
  })
  const known: Known = {
    ownerId: String(owner[0]!.id),
    agencyIds: ids,
    topics: (await sink.rows('select id, name, name_en from topics order by id')) as Known['topics'],
    laws: (await sink.rows(
      'select id, title, number from laws where not is_stub order by number_key, title'
    )) as Known['laws'],
  }
  const corpus = makeCorpus(seeded(20261124))
  for (let from = 1; from <= videoCount; from += videosAtATime) {
    const batch: Batch = Object.fromEntries(tables.map((table) => [table, []]))
    for (let number = from; number < Math.min(from + videosAtATime, videoCount + 1); number++) {
      // The tags that there are to be, spread evenly
      const own =
        Math.floor((number * tagCount) / videoCount) - Math.floor(((number - 1) * tagCount) / videoCount)
      for (const [table, rows] of Object.entries(makeVideo(number, own, corpus, known)))
        batch[table]!.push(...rows)
    }
    await sink.add(batch)
    if (from % 10_000 === 1) process.stderr.write(`${from - 1} of ${videoCount} videos\r`)
  }
  await sink.finish()
}

export function sqliteSink(path: string): Sink {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  database.exec('pragma synchronous = OFF')
  const statements = new Map<string, StatementSync>()
  const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value) as SQLInputValue
  const insert = (table: string, row: Row) => {
    const columns = Object.keys(row)
    const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    statement.run(...Object.values(row).map(plain))
  }
  return {
    rows: async (sql) => database.prepare(sql).all() as Row[],
    async add(batch) {
      database.exec('begin immediate')
      for (const [table, rows] of Object.entries(batch)) {
        for (const row of rows) insert(table, table === 'search_terms' ? sqliteTerms(row) : row)
      }
      database.exec('commit')
    },
    async finish() {
      database.exec("insert into search_terms (search_terms) values ('optimize')")
      database.exec('analyze')
      database.close()
    },
  }
}

const sqliteTerms = ({ id, words, marks }: Row) => ({
  rowid: id,
  terms: [...(words as string[]), ...(marks as string[])].join(' '),
})

export async function postgresSink(url: string): Promise<Sink> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    rows: async (sql) => (await client.query(sql)).rows,
    async add(batch) {
      await client.query('begin')
      for (const [table, rows] of Object.entries(batch)) {
        if (!rows.length) continue
        const values = table === 'search_terms' ? rows.map(postgresTerms) : rows
        const columns = Object.keys(values[0]!).join(', ')
        const sql = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`
        await client.query(sql, [JSON.stringify(values)])
      }
      await client.query('commit')
    },
    async finish() {
      for (const table of ['search_documents', 'search_entries']) {
        await client.query(
          `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`
        )
      }
      await client.query('vacuum analyze')
      await client.end()
    },
  }
}

const postgresTerms = ({ id, words, marks }: Row) => ({
  id,
  terms: [
    ...(words as string[]).map((word, at) => `'${word}':${at + 1}`),
    ...(marks as string[]).map((mark) => `'${mark}'`),
  ].join(' '),
})

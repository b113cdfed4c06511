import emitter from '@adonisjs/core/services/emitter'
import db from '@adonisjs/lucid/services/db'

/** How many queries the application made meanwhile: a list must not make more of them for more rows. */
export async function countQueries(act: () => Promise<unknown>): Promise<number> {
  let count = 0
  const stop = emitter.on('db:query', () => void count++)
  const connection = db.connection()
  const before = connection.debug
  connection.debug = true
  try {
    await act()
  } finally {
    connection.debug = before
    stop()
  }
  return count
}

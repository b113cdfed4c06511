import { bossSchema } from './boss.js'

/**
 * Of the jobs that are due, those of the fairness key (pg-boss's group) whose turn it is: the highest priority first,
 * then the key with the fewest jobs running, then the one served longest ago, then the oldest job's. `others` are the
 * keys to pass over. Jobs without a key have one to themselves.
 */
export const chooseNext = `
  WITH due AS (
    SELECT priority, group_id, created_on FROM ${bossSchema}.job
    WHERE name = :name AND state < 'active' AND NOT blocked AND start_after <= now()
  ),
  served AS (
    SELECT group_id, count(*) FILTER (WHERE state = 'active') AS running, max(started_on) AS last_on
    FROM ${bossSchema}.job
    WHERE name = :name AND group_id IN (SELECT group_id FROM due)
    GROUP BY group_id
  ),
  next AS (
    SELECT due.priority, due.group_id FROM due JOIN served USING (group_id)
    ORDER BY due.priority DESC, served.running, served.last_on NULLS FIRST, due.created_on
    LIMIT 1
  )
  SELECT next.priority,
    ARRAY(SELECT DISTINCT due.group_id FROM due WHERE due.group_id <> next.group_id) AS others
  FROM next`

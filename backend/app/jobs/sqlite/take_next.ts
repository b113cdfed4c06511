/**
 * Leases the next job of a name in one statement, which SQLite runs alone: two workers never get the same one.
 *
 * Due are jobs that wait for their time, and those whose lease lapsed because their worker died or was paused. Of
 * those the highest priority goes first; then the fairness key with the fewest jobs running, then the one served
 * longest ago; then the oldest. A job whose worker died in its last attempt is taken only to be given up.
 */
export const takeNext = `
  UPDATE jobs SET
    state = CASE WHEN jobs.state = 'running' AND attempt >= attempts_limit THEN 'giving_up'
                 WHEN jobs.state = 'giving_up' THEN 'giving_up'
                 ELSE 'running' END,
    attempt = attempt + (jobs.state = 'waiting' OR (jobs.state = 'running' AND attempt < attempts_limit)),
    last_error = CASE WHEN jobs.state = 'running' THEN 'the worker died or stood still in attempt ' || attempt
                      ELSE last_error END,
    lease_token = :token,
    lease_until_ms = :untilMs,
    started_at_ms = :nowMs
  WHERE id = (
    SELECT id FROM jobs AS due
    WHERE name = :name
      AND ((state IN ('waiting', 'giving_up') AND lease_until_ms IS NULL AND run_at_ms <= :nowMs)
        OR (state IN ('running', 'giving_up') AND lease_until_ms < :nowMs))
    ORDER BY
      priority DESC,
      (SELECT count(*) FROM jobs AS r
        WHERE r.name = due.name AND r.fairness_key = due.fairness_key AND r.state = 'running'
          AND r.lease_until_ms >= :nowMs),
      (SELECT coalesce(max(s.started_at_ms), 0) FROM jobs AS s
        WHERE s.name = due.name AND s.fairness_key = due.fairness_key),
      created_at_ms,
      rowid
    LIMIT 1
  )
  RETURNING id, payload, state, attempt, last_error`

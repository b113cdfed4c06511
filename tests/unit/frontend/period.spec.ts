import { test } from '@japa/runner'
import { presetPeriod } from '../../../frontend/src/statistics/period.js'

test.group('A usual period', () => {
  test('ends today where it is running, else with its last day', ({ assert }) => {
    const on = (today: string) => ({
      days30: presetPeriod('days30', today),
      thisMonth: presetPeriod('thisMonth', today),
      lastMonth: presetPeriod('lastMonth', today),
      thisQuarter: presetPeriod('thisQuarter', today),
      thisYear: presetPeriod('thisYear', today),
      lastYear: presetPeriod('lastYear', today),
    })
    assert.deepEqual(on('2027-03-01'), {
      days30: { from: '2027-01-31', to: '2027-03-01' },
      thisMonth: { from: '2027-03-01', to: '2027-03-01' },
      lastMonth: { from: '2027-02-01', to: '2027-02-28' },
      thisQuarter: { from: '2027-01-01', to: '2027-03-01' },
      thisYear: { from: '2027-01-01', to: '2027-03-01' },
      lastYear: { from: '2026-01-01', to: '2026-12-31' },
    })
    assert.deepEqual(on('2027-01-15').lastMonth, { from: '2026-12-01', to: '2026-12-31' })
  })
})

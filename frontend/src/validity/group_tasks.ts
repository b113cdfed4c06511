import type { ValidityTask } from '../api/types.js'

export interface TaskGroup {
  causeId: string
  /** Of which all tasks say the same: what happened, since when. */
  first: ValidityTask
  tasks: ValidityTask[]
}

/** The tasks of one cause together, in the order in which they come. */
export function groupTasks(tasks: ValidityTask[]): TaskGroup[] {
  const groups = new Map<string, TaskGroup>()
  for (const task of tasks) {
    const group = groups.get(task.causeId)
    if (group) group.tasks.push(task)
    else groups.set(task.causeId, { causeId: task.causeId, first: task, tasks: [task] })
  }
  return [...groups.values()]
}

/** The task before or after the chosen one; from outside of the list, its first. */
export function neighbour(tasks: ValidityTask[], id: string | null, by: 1 | -1): ValidityTask | undefined {
  const at = tasks.findIndex((task) => task.id === id)
  return at === -1 ? tasks[0] : tasks[at + by]
}

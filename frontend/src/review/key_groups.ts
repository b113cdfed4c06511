/** The keys of the desk as its list shows them: keys of one line mean the same, `name` is its sentence. */
export const KEY_GROUPS: { name: string; keys: [string[], string][] }[] = [
  {
    name: 'watch',
    keys: [
      [['Space'], 'play'],
      [['l'], 'forward'],
      [['j'], 'next'],
      [['k'], 'previous'],
    ],
  },
  {
    name: 'tag',
    keys: [
      [['[', 'i'], 'markIn'],
      [[']', 'o'], 'markOut'],
      [['t'], 'citation'],
      [['Enter'], 'add'],
      [['Esc'], 'leaveField'],
      [['z'], 'undo'],
    ],
  },
  {
    name: 'suggest',
    keys: [
      [['y'], 'accept'],
      [['Shift + y'], 'acceptAll'],
      [['x'], 'dismiss'],
      [['n'], 'nextSuggestion'],
      [['Shift + n'], 'previousSuggestion'],
    ],
  },
  {
    name: 'tagThere',
    keys: [
      [['s'], 'split'],
      [['d'], 'duplicate'],
      [['Shift + d'], 'copyElsewhere'],
      [['v'], 'confirm'],
      [['e'], 'edit'],
      [['g'], 'enterLane'],
    ],
  },
  {
    name: 'lane',
    keys: [
      [['←', '→'], 'nudge'],
      [['Shift + ←', '→'], 'nudgeFine'],
      [['['], 'holdStart'],
      [[']'], 'holdEnd'],
      [['i', 'o'], 'toPlayhead'],
      [['Enter'], 'playTag'],
      [['Delete'], 'remove'],
      [['Esc'], 'leaveLane'],
    ],
  },
  {
    name: 'steps',
    keys: [
      [['a'], 'approve'],
      [['r'], 'requestChanges'],
      [['p'], 'publish'],
      [['?'], 'hints'],
    ],
  },
]

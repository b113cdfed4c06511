/**
 * A rendered page is there before its scripts are: whoever presses play in between would press in vain. Runs in the
 * page's head; the poster looks for the mark once it can do something about it.
 */
export const earlyPressScript = `addEventListener('click',function(e){var b=e.target.closest&&e.target.closest('button.poster');if(b)b.dataset.pressed=''},true)`

/** Whether somebody pressed this button before there was anybody to listen. */
export const wasPressedEarly = (button: HTMLElement | null): boolean => button?.dataset.pressed !== undefined

#pragma once
#include <stdint.h>

/// Signals as events: a handler only notes the number and wakes whoever polls.

/// Catches HUP, INT, QUIT, TERM, TSTP, CONT, WINCH and CHLD, without restarting system calls.
/// HUP, INT, QUIT and TERM that were ignored stay ignored (nohup). Returns a descriptor to poll, or minus an errno.
/// Call it before curses starts, which otherwise takes INT, TERM, TSTP and WINCH for itself.
int cs_signals_open(void);

/// The signals seen since the last call: bit n for signal n.
uint64_t cs_signals_take(void);

/// The same without taking them; only the descriptor is quiet again until the next signal.
uint64_t cs_signals_peek(void);

/// Gives every signal back what it did before `cs_signals_open`.
void cs_signals_close(void);

/// Stops the whole job as ^Z does outside raw mode, and returns when it goes on.
void cs_suspend(void);

/// While a child has the terminal, INT and QUIT are for the child and TSTP stops both.
void cs_signals_for_child(int child_has_terminal);

#pragma once
#include <stddef.h>

/// What a crash leaves behind: a sane terminal and one line of text, never memory (it holds pupils' data).

/// Catches ILL, TRAP, SEGV, BUS, ABRT, FPE and SYS from now on and switches core dumps off; a file
/// that may not grow further is from now on an error of the call, not the end of the program.
///
/// `message` is the line to print after a crash; the number of the signal follows it. Returns 0 or an errno.
int cs_guard_install(const char *message, size_t length);

/// From now on a crash gives `terminal` back the modes it has at this call.
void cs_guard_arm(int terminal);

/// What a crash writes to the terminal before that, such as the end of the second screen.
void cs_guard_restore_with(const char *bytes, size_t length);

/// From now on a crash leaves the terminal alone: it was left, or a child has it.
void cs_guard_disarm(void);

/// Arms again with the modes of the last `cs_guard_arm`.
void cs_guard_rearm(void);

/// Starts a thread that blocks every signal but those of a crash and has a stack of its own for them.
/// Returns 0 or an errno; `thread` is for `cs_thread_join`.
int cs_thread_start(void (*run)(void *), void *context, unsigned long *thread);

/// Waits until the thread has ended.
void cs_thread_join(unsigned long thread);

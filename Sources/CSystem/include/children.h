#pragma once
#include <stddef.h>
#include <sys/types.h>

/// Starts a program found through PATH with our environment, no signal blocked, every signal at its default and no
/// descriptor but 0, 1 and 2. A stream of -1 is our own. Returns 0 or an errno.
int cs_spawn(char *const arguments[], int input, int output, int error, pid_t *child);

/// Like `cs_spawn` with an environment of the caller's.
int cs_spawn_with(char *const arguments[], char *const environment[], int input, int output, int error, pid_t *child);

/// How a child is: `state` is 0 still running, 1 ended with exit code `value`, 2 killed by signal `value`, 3 stopped,
/// -1 unknown. With `wait` it returns only when the child has ended or stopped.
struct cs_child_state {
  int state, value;
};
struct cs_child_state cs_child_state_of(pid_t child, int wait);

/// A nameless file in memory that can stand in for a child's input or output. Returns a descriptor or minus an errno.
int cs_memory_file(void);

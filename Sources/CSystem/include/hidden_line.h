#pragma once
#include <sys/types.h>

/// Why there is no line.
enum {
  cs_hidden_failed = -1,
  /// The terminal gave no more, or its user pressed ^D.
  cs_hidden_ended = -2,
  /// The program was stopped (^Z) and goes on: the question must be asked again.
  cs_hidden_stopped = -3,
  cs_hidden_too_long = -4,
};

/// Reads a line that is not shown while it is typed, without its newline; returns its length or one of the above.
///
/// Whatever ends or stops the program meanwhile, the terminal gets its modes back first.
ssize_t cs_hidden_line(int terminal, char *line, size_t room);

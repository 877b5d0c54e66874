#pragma once

/// The size of the window behind a terminal in columns and rows; 0 where it has one, else an errno.
int cs_window_size(int terminal, int *columns, int *rows);

/// 1 where the folder lies in memory (tmpfs, ramfs) and not on a disk, else 0.
int cs_is_in_memory(const char *folder);

/// Sends what is written to standard error to nowhere, so that no library writes through the screen.
/// Returns a descriptor for `cs_errors_back`, or -1 where standard error is no terminal and stays.
int cs_errors_away(void);

/// Undoes `cs_errors_away`.
void cs_errors_back(int saved);

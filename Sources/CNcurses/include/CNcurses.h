#pragma once
#include <stddef.h>
#include <stdint.h>

/// Curses without its macros, its variadic functions and its global variables: only what the Terminal room uses.
/// All of it is for one thread.

/// What the environment says about the terminal's encoding, from `LC_ALL`, `LC_CTYPE`, `LANG` and `TERM`.
/// Sets the locale that reading and drawing need. 1 for UTF-8, 0 for anything less.
int cn_use_locale(void);

enum { cn_opened, cn_no_terminal, cn_unknown_type };

/// Starts drawing on standard output and reading from standard input. Returns one of the above; the last when the
/// type in `TERM` is unknown or cannot place its cursor.
int cn_open(void);

/// Ends drawing for good and gives the terminal back as it was.
void cn_close(void);

/// Gives the terminal to a child or to the shell for a while.
void cn_leave(void);

/// Takes it back; everything must be drawn again.
void cn_return(void);

/// The bytes that undo what `cn_open` did, for a crash, without padding. Returns how many.
size_t cn_restore_sequence(char *bytes, size_t room);

enum { cn_nothing, cn_character, cn_function };

/// The next key without waiting (25 ms after an ESC): nothing, a character with its code point, or a function key with
/// one of the codes below.
int cn_read(uint32_t *code);

enum cn_key {
  cn_up = 1,
  cn_down,
  cn_left,
  cn_right,
  cn_home,
  cn_end,
  cn_page_up,
  cn_page_down,
  cn_insert,
  cn_delete,
  cn_backspace,
  cn_enter,
  cn_back_tab,
  cn_word_left,
  cn_word_right,
  cn_paste_starts,
  cn_paste_ends,
  cn_other,
  /// F1 is one more than this.
  cn_f0 = 100,
};

/// How a cell looks; the bits may be combined.
enum { cn_bold = 1, cn_dim = 2, cn_underline = 4, cn_reverse = 8 };

/// How many colours the terminal has; 0 for none.
int cn_colours(void);

/// Gives a pair (1 and up) its colours; -1 is the terminal's own.
void cn_set_pair(int pair, int foreground, int background);

/// Draws one grapheme of at most five code points on a place.
void cn_put(int row, int column, const uint32_t *text, int count, unsigned looks, int pair);

/// Shows the cursor on a place, or hides it for a negative row.
void cn_cursor(int row, int column);

/// Sends what changed to the terminal.
void cn_flush(void);

/// Forgets what the terminal shows, so that the next flush sends everything.
void cn_redraw(void);

/// Tells curses the size of the window.
void cn_resize(int width, int height);

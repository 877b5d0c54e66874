#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
/// Reading through a pad: reading through the window would draw it at a moment of curses' own choosing.
static WINDOW *input;
static mbstate_t decoding;
static int cursor_row, cursor_column;

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

/// Codes of our own for the marks around pasted text and for arrows with Ctrl or Alt, above curses' own and those it
/// gives to unnamed keys.
enum { key_paste_starts = 0x2001, key_paste_ends = 0x2002, key_word_left = 0x2003, key_word_right = 0x2004 };

static const char *first_set(const char *const names[], int count) {
  for (int i = 0; i < count; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "";
}

static int names_utf8(const char *locale) { return strcasestr(locale, "utf-8") || strcasestr(locale, "utf8"); }

/// Terminals from before UTF-8; with a locale that names it they are believed to have learnt it (tmux has).
static int is_old_type(void) {
  const char *type = getenv("TERM");
  return type && (strncmp(type, "vt", 2) == 0 || strcmp(type, "ansi") == 0 || strcmp(type, "dumb") == 0);
}

int cn_use_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  const char *wanted = first_set(names, 3);
  int installed = setlocale(LC_ALL, "") != NULL;
  if (installed && MB_CUR_MAX >= 4) return 1;
  // A name with another encoding, C included, is meant; no name at all is a bare login on what today speaks UTF-8.
  int is_utf8 = *wanted ? names_utf8(wanted) : !is_old_type();
  if (is_utf8) setlocale(LC_CTYPE, "C.UTF-8");
  return is_utf8;
}

int cn_open(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return cn_no_terminal;
  set_escdelay(25);
  screen = newterm(NULL, stdout, stdin);
  if (!screen) return cn_unknown_type;
  if (!cursor_address) {
    cn_close();
    return cn_unknown_type;
  }
  raw();
  noecho();
  nonl();
  scrollok(stdscr, FALSE);
  mousemask(0, NULL);
  input = newpad(1, 1);
  keypad(input, TRUE);
  nodelay(input, TRUE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  define_key("\033[200~", key_paste_starts);
  define_key("\033[201~", key_paste_ends);
  // Nearly all terminals write these alike, and their descriptions give them no code that is the same everywhere.
  define_key("\033[1;5D", key_word_left);
  define_key("\033[1;5C", key_word_right);
  define_key("\033[1;3D", key_word_left);
  define_key("\033[1;3C", key_word_right);
  putp(paste_on);
  fflush(stdout);
  return cn_opened;
}

static void before_leaving(void) {
  // Without a second screen to leave, what stood here would stay for the next reader.
  if (!exit_ca_mode) {
    erase();
    clearok(stdscr, TRUE);
    refresh();
  }
  putp(paste_off);
  fflush(stdout);
}

void cn_close(void) {
  if (!screen) return;
  before_leaving();
  endwin();
  if (input) delwin(input);
  input = NULL;
  delscreen(screen);
  screen = NULL;
}

void cn_leave(void) {
  before_leaving();
  def_prog_mode();
  endwin();
}

void cn_return(void) {
  reset_prog_mode();
  putp(paste_on);
  fflush(stdout);
  cn_redraw();
}

/// Adds a capability to `bytes` without its padding such as `$<5>`.
static size_t add(const char *capability, char *bytes, size_t used, size_t room) {
  if (!capability || capability == (char *)-1) return used;
  for (const char *next = capability; *next && used < room; next++) {
    const char *end = next[0] == '$' && next[1] == '<' ? strchr(next, '>') : NULL;
    if (end)
      next = end;
    else
      bytes[used++] = *next;
  }
  return used;
}

size_t cn_restore_sequence(char *bytes, size_t room) {
  static const char mouse_off[] = "\033[?1000l\033[?1002l\033[?1006l";
  size_t used = add(exit_attribute_mode, bytes, 0, room);
  used = add(paste_off, bytes, used, room);
  used = add(key_mouse ? mouse_off : NULL, bytes, used, room);
  used = add(keypad_local, bytes, used, room);
  used = add(exit_ca_mode ? exit_ca_mode : clear_screen, bytes, used, room);
  return add(cursor_normal, bytes, used, room);
}

static uint32_t translated(int key) {
  if (key >= KEY_F(1) && key <= KEY_F(63)) return cn_f0 + (uint32_t)(key - KEY_F0);
  switch (key) {
    case KEY_UP: return cn_up;
    case KEY_DOWN: return cn_down;
    case KEY_LEFT: return cn_left;
    case KEY_RIGHT: return cn_right;
    case KEY_HOME: case KEY_A1: case KEY_FIND: return cn_home;
    case KEY_END: case KEY_C1: case KEY_SELECT: return cn_end;
    case KEY_PPAGE: case KEY_A3: return cn_page_up;
    case KEY_NPAGE: case KEY_C3: return cn_page_down;
    case KEY_IC: return cn_insert;
    case KEY_DC: return cn_delete;
    case KEY_BACKSPACE: return cn_backspace;
    case KEY_ENTER: return cn_enter;
    case KEY_BTAB: return cn_back_tab;
    case key_word_left: return cn_word_left;
    case key_word_right: return cn_word_right;
    case key_paste_starts: return cn_paste_starts;
    case key_paste_ends: return cn_paste_ends;
    default: return cn_other;
  }
}

int cn_read(uint32_t *code) {
  for (;;) {
    int key = wgetch(input);
    if (key == ERR) return cn_nothing;
    if (key > 255) {
      *code = translated(key);
      return cn_function;
    }
    // Byte by byte with a state of our own: get_wch loses a character that arrives in two pieces.
    char byte = (char)key;
    wchar_t wide = 0;
    size_t length = mbrtowc(&wide, &byte, 1, &decoding);
    if (length == (size_t)-2) continue;
    if (length == (size_t)-1) {
      decoding = (mbstate_t){0};
      continue;
    }
    *code = (uint32_t)wide;
    return cn_character;
  }
}

int cn_colours(void) { return has_colors() ? COLORS : 0; }

void cn_set_pair(int pair, int foreground, int background) {
  init_pair((short)pair, (short)foreground, (short)background);
}

void cn_put(int row, int column, const uint32_t *text, int count, unsigned looks, int pair) {
  wchar_t wide[CCHARW_MAX + 1] = {0};
  for (int i = 0; i < count && i < CCHARW_MAX; i++) wide[i] = (wchar_t)text[i];
  attr_t attributes = A_NORMAL;
  if (looks & cn_bold) attributes |= A_BOLD;
  if (looks & cn_dim) attributes |= A_DIM;
  if (looks & cn_underline) attributes |= A_UNDERLINE;
  if (looks & cn_reverse) attributes |= A_REVERSE;
  cchar_t cell;
  if (setcchar(&cell, wide, attributes, (short)pair, NULL) == OK) mvadd_wch(row, column, &cell);
}

void cn_cursor(int row, int column) {
  cursor_row = row;
  cursor_column = column;
}

void cn_flush(void) {
  curs_set(cursor_row < 0 ? 0 : 1);
  // A terminal that cannot hide its cursor shows it at least where it disturbs least.
  if (cursor_row < 0)
    move(0, 0);
  else
    move(cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_redraw(void) { clearok(curscr, TRUE); }

void cn_resize(int width, int height) {
  if (is_term_resized(height, width)) resizeterm(height, width);
  int stray;
  // resizeterm leaves a KEY_RESIZE behind that would come out as a key.
  while ((stray = wgetch(input)) == KEY_RESIZE) {
  }
  if (stray != ERR) ungetch(stray);
}

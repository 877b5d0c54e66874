#define _GNU_SOURCE
#include "hidden_line.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "crash_guard.h"

static volatile sig_atomic_t caught;

static void note(int number) { caught = number; }

static const int stopping[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGTTIN, SIGTTOU};
enum { stopping_count = sizeof stopping / sizeof stopping[0] };

/// Reads up to a newline; less than the whole line is an answer of its own.
static ssize_t read_line(int terminal, char *line, size_t room) {
  size_t length = 0;
  while (!caught) {
    char byte;
    ssize_t count = read(terminal, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cs_hidden_failed;
    if (count == 0) return cs_hidden_ended;
    if (byte == '\n') return (ssize_t)length;
    if (length == room) return cs_hidden_too_long;
    line[length++] = byte;
  }
  return cs_hidden_stopped;
}

ssize_t cs_hidden_line(int terminal, char *line, size_t room) {
  struct termios modes;
  if (tcgetattr(terminal, &modes) != 0) return cs_hidden_failed;
  struct sigaction before[stopping_count];
  // Without SA_RESTART, so that a signal ends the waiting for a key.
  struct sigaction action = {.sa_handler = note};
  caught = 0;
  for (int i = 0; i < stopping_count; i++) {
    sigaction(stopping[i], NULL, &before[i]);
    if (before[i].sa_handler != SIG_IGN) sigaction(stopping[i], &action, NULL);
  }
  cs_guard_arm(terminal);
  struct termios silent = modes;
  silent.c_lflag &= ~(tcflag_t)ECHO;
  tcsetattr(terminal, TCSAFLUSH, &silent);
  ssize_t result = caught ? cs_hidden_stopped : read_line(terminal, line, room);
  // FLUSH: the rest of a line that was broken off must not reach the user's shell.
  tcsetattr(terminal, TCSAFLUSH, &modes);
  cs_guard_disarm();
  (void)!write(terminal, "\n", 1);
  for (int i = 0; i < stopping_count; i++) sigaction(stopping[i], &before[i], NULL);
  if (result < 0) explicit_bzero(line, room);
  // What arrived is done now, with the terminal as it was: the end, or a stop that lasts until `fg`.
  if (caught) raise(caught);
  return result;
}

#define _GNU_SOURCE
#include "signals.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

static const int caught[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH, SIGCHLD};
enum { caught_count = sizeof caught / sizeof caught[0] };

static struct sigaction before[caught_count];
static atomic_ullong seen;
static int wake = -1;

static void on_signal(int number) {
  int saved = errno;
  atomic_fetch_or(&seen, 1ull << number);
  uint64_t one = 1;
  (void)!write(wake, &one, sizeof one);
  errno = saved;
}

static void handle(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static int ends_program(int number) {
  return number == SIGHUP || number == SIGINT || number == SIGQUIT || number == SIGTERM;
}

int cs_signals_open(void) {
  if (wake >= 0) return wake;
  wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (wake < 0) return -errno;
  atomic_store(&seen, 0);
  for (int i = 0; i < caught_count; i++) {
    sigaction(caught[i], NULL, &before[i]);
    if (ends_program(caught[i]) && before[i].sa_handler == SIG_IGN) continue;
    handle(caught[i], on_signal);
  }
  return wake;
}

uint64_t cs_signals_take(void) {
  cs_signals_peek();
  return atomic_exchange(&seen, 0);
}

uint64_t cs_signals_peek(void) {
  uint64_t count;
  (void)!read(wake, &count, sizeof count);
  return atomic_load(&seen);
}

void cs_signals_close(void) {
  if (wake < 0) return;
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &before[i], NULL);
  close(wake);
  wake = -1;
}

void cs_suspend(void) {
  handle(SIGTSTP, SIG_DFL);
  kill(0, SIGTSTP);
  handle(SIGTSTP, on_signal);
}

void cs_signals_for_child(int child_has_terminal) {
  for (int i = 0; i < caught_count; i++) {
    if (ends_program(caught[i]) && before[i].sa_handler == SIG_IGN) continue;
    if (caught[i] == SIGINT || caught[i] == SIGQUIT) handle(caught[i], child_has_terminal ? SIG_IGN : on_signal);
    if (caught[i] == SIGTSTP) handle(caught[i], child_has_terminal ? SIG_DFL : on_signal);
  }
}

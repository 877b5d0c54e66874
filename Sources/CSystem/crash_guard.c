#define _GNU_SOURCE
#include "crash_guard.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

enum { stack_size = 64 * 1024, text_size = 512 };

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS};
enum { crash_signal_count = sizeof crash_signals / sizeof crash_signals[0] };

static char main_stack[stack_size];
static char message[text_size];
static size_t message_length;

static char restore[text_size];
static size_t restore_length;
static struct termios modes;
static int modes_known;
static int terminal = -1;
static atomic_int armed;
static atomic_flag crashing = ATOMIC_FLAG_INIT;

static void write_all(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void on_crash(int number) {
  // A second thread that crashes meanwhile must not end the process before the first has cleaned up.
  if (atomic_flag_test_and_set(&crashing)) for (;;) pause();
  int out = STDERR_FILENO;
  if (atomic_load(&armed)) {
    out = terminal;
    signal(SIGTTOU, SIG_IGN);
    write_all(terminal, restore, restore_length);
    // FLUSH: keys typed ahead must not reach the user's shell as commands.
    if (modes_known) tcsetattr(terminal, TCSAFLUSH, &modes);
  }
  write_all(out, message, message_length);
  char digits[4] = {(char)('0' + number / 10), (char)('0' + number % 10), '\n', 0};
  write_all(out, number < 10 ? digits + 1 : digits, number < 10 ? 2 : 3);
  signal(number, SIG_DFL);
  _exit(128 + number);
}

static int use_stack(void *base) {
  stack_t stack = {.ss_sp = base, .ss_size = stack_size};
  return sigaltstack(&stack, NULL) == 0 ? 0 : errno;
}

int cs_guard_install(const char *text, size_t length) {
  message_length = length < text_size ? length : text_size;
  memcpy(message, text, message_length);
  // No file with memory for what is not caught either, for a handler of the system, or for the children.
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  // Swift's runtime takes QUIT too, and would show memory on the terminal.
  struct sigaction quit;
  if (sigaction(SIGQUIT, NULL, &quit) == 0 && quit.sa_handler != SIG_IGN) signal(SIGQUIT, SIG_DFL);
  // A file that may not grow is told as any other fault of the disk.
  signal(SIGXFSZ, SIG_IGN);
  int failure = use_stack(main_stack);
  if (failure) return failure;
  struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < crash_signal_count; i++)
    if (sigaction(crash_signals[i], &action, NULL) != 0) return errno;
  return 0;
}

void cs_guard_arm(int fd) {
  atomic_store(&armed, 0);
  terminal = fd;
  restore_length = 0;
  modes_known = tcgetattr(fd, &modes) == 0;
  atomic_store(&armed, 1);
}

void cs_guard_restore_with(const char *bytes, size_t length) {
  int was_armed = atomic_exchange(&armed, 0);
  restore_length = length < text_size ? length : text_size;
  memcpy(restore, bytes, restore_length);
  atomic_store(&armed, was_armed);
}

void cs_guard_disarm(void) { atomic_store(&armed, 0); }

void cs_guard_rearm(void) {
  if (terminal >= 0) atomic_store(&armed, 1);
}

struct start {
  void (*run)(void *);
  void *context;
  void *stack;
};

static void *thread_main(void *argument) {
  struct start start = *(struct start *)argument;
  free(argument);
  use_stack(start.stack);
  start.run(start.context);
  stack_t off = {.ss_flags = SS_DISABLE};
  sigaltstack(&off, NULL);
  munmap(start.stack, stack_size);
  return NULL;
}

int cs_thread_start(void (*run)(void *), void *context, unsigned long *thread) {
  struct start *start = malloc(sizeof *start);
  void *stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (!start || stack == MAP_FAILED) {
    free(start);
    return ENOMEM;
  }
  *start = (struct start){run, context, stack};
  sigset_t blocked, before;
  sigfillset(&blocked);
  for (int i = 0; i < crash_signal_count; i++) sigdelset(&blocked, crash_signals[i]);
  pthread_sigmask(SIG_SETMASK, &blocked, &before);
  pthread_t handle;
  int failure = pthread_create(&handle, NULL, thread_main, start);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (failure) {
    munmap(stack, stack_size);
    free(start);
    return failure;
  }
  *thread = handle;
  return 0;
}

void cs_thread_join(unsigned long thread) { pthread_join(thread, NULL); }

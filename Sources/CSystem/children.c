#define _GNU_SOURCE
#include "children.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int cs_spawn(char *const arguments[], int input, int output, int error, pid_t *child) {
  return cs_spawn_with(arguments, environ, input, output, error, child);
}

int cs_spawn_with(char *const arguments[], char *const environment[], int input, int output, int error, pid_t *child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure) return failure;
  failure = posix_spawnattr_init(&attributes);
  if (failure) {
    posix_spawn_file_actions_destroy(&actions);
    return failure;
  }
  const int streams[3] = {input, output, error};
  for (int i = 0; i < 3 && !failure; i++)
    if (streams[i] >= 0) failure = posix_spawn_file_actions_adddup2(&actions, streams[i], i);
  if (!failure) failure = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  // A worker thread blocks TERM, and a child would inherit that and never listen to it.
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  if (!failure) failure = posix_spawnattr_setsigmask(&attributes, &none);
  if (!failure) failure = posix_spawnattr_setsigdefault(&attributes, &all);
  if (!failure) failure = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  if (!failure) failure = posix_spawnp(child, arguments[0], &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure;
}

struct cs_child_state cs_child_state_of(pid_t child, int wait) {
  int status;
  pid_t found;
  do found = waitpid(child, &status, WUNTRACED | (wait ? 0 : WNOHANG));
  while (found < 0 && errno == EINTR && wait);
  if (found == 0) return (struct cs_child_state){0, 0};
  if (found < 0) return (struct cs_child_state){errno == EINTR ? 0 : -1, 0};
  if (WIFEXITED(status)) return (struct cs_child_state){1, WEXITSTATUS(status)};
  if (WIFSIGNALED(status)) return (struct cs_child_state){2, WTERMSIG(status)};
  if (WIFSTOPPED(status)) return (struct cs_child_state){3, WSTOPSIG(status)};
  return (struct cs_child_state){0, 0};
}

int cs_memory_file(void) {
  int file = memfd_create("passend", MFD_CLOEXEC);
  return file < 0 ? -errno : file;
}

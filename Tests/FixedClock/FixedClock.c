#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

// Deadlines depend on the day, so a walk says which day it is. The program itself has no door for that, and needs none:
// its calls for the time of day come here. Clocks that only measure how long something takes are left alone.

/// How far the clock is shifted, in seconds: the same for every program of a walk.
static long shift(void) {
  const char *text = getenv("FIXED_CLOCK_SHIFT");
  return text ? atol(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *moment) {
  int result = (int)syscall(SYS_clock_gettime, clock, moment);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) moment->tv_sec += shift();
  return result;
}

time_t time(time_t *out) {
  struct timespec moment;
  clock_gettime(CLOCK_REALTIME, &moment);
  if (out) *out = moment.tv_sec;
  return moment.tv_sec;
}

int gettimeofday(struct timeval *restrict out, void *restrict zone) {
  (void)zone;
  struct timespec moment;
  clock_gettime(CLOCK_REALTIME, &moment);
  out->tv_sec = moment.tv_sec;
  out->tv_usec = moment.tv_nsec / 1000;
  return 0;
}

#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

// Deadlines depend on the day, so a walk says which day it is. The program itself has no door for that, and needs none:
// its calls for the time of day come here. The clock that it waits with (BOOTTIME) can be made to run faster, so that
// nobody waits for the minutes after which a screen locks; other clocks are left alone.

/// How far the clock is shifted, in seconds: the same for every program of a walk.
static long shift(void) {
  const char *text = getenv("FIXED_CLOCK_SHIFT");
  return text ? atol(text) : 0;
}

/// How many times faster the clock for waiting runs.
static long speed(void) {
  const char *text = getenv("FIXED_CLOCK_SPEED");
  long times = text ? atol(text) : 1;
  return times > 0 ? times : 1;
}

static struct timespec scaled(struct timespec moment, long times, long parts) {
  __int128 nanoseconds = ((__int128)moment.tv_sec * 1000000000 + moment.tv_nsec) * times / parts;
  return (struct timespec){(time_t)(nanoseconds / 1000000000), (long)(nanoseconds % 1000000000)};
}

int timerfd_settime(int timer, int flags, const struct itimerspec *wanted, struct itimerspec *before) {
  struct itimerspec real = *wanted;
  // A moment of zero switches the timer off, so that a moment close to it must not become zero.
  if (real.it_value.tv_sec != 0 || real.it_value.tv_nsec != 0) {
    real.it_value = scaled(real.it_value, 1, speed());
    if (real.it_value.tv_sec == 0 && real.it_value.tv_nsec == 0) real.it_value.tv_nsec = 1;
  }
  return (int)syscall(SYS_timerfd_settime, timer, flags, &real, before);
}

int clock_gettime(clockid_t clock, struct timespec *moment) {
  int result = (int)syscall(SYS_clock_gettime, clock, moment);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) moment->tv_sec += shift();
  if (result == 0 && clock == CLOCK_BOOTTIME) *moment = scaled(*moment, speed(), 1);
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

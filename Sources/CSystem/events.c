#define _GNU_SOURCE
#include "events.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

int cs_event_open(void) {
  int event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return event < 0 ? -errno : event;
}

int cs_semaphore_open(void) {
  int event = eventfd(0, EFD_CLOEXEC | EFD_SEMAPHORE);
  return event < 0 ? -errno : event;
}

void cs_event_signal(int event) {
  uint64_t one = 1;
  (void)!write(event, &one, sizeof one);
}

void cs_event_take(int event) {
  uint64_t count;
  while (read(event, &count, sizeof count) < 0 && errno == EINTR) {
  }
}

int cs_timer_open(void) {
  // BOOTTIME counts on while a laptop sleeps: a lid that opens after an hour must find the screen locked.
  int timer = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  return timer < 0 ? -errno : timer;
}

void cs_timer_set(int timer, int64_t milliseconds) {
  struct itimerspec moment = {0};
  moment.it_value.tv_sec = milliseconds / 1000;
  moment.it_value.tv_nsec = milliseconds % 1000 * 1000000;
  timerfd_settime(timer, TFD_TIMER_ABSTIME, &moment, NULL);
}

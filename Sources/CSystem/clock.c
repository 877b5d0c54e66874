#define _GNU_SOURCE
#include "clock.h"

#include <time.h>

int64_t cs_wall_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return now.tv_sec;
}

int64_t cs_uptime_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct cs_local_time cs_local_time_at(int64_t seconds) {
  time_t moment = seconds;
  struct tm local = {0};
  tzset();
  localtime_r(&moment, &local);
  return (struct cs_local_time){
    local.tm_year + 1900, local.tm_mon + 1, local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec};
}

#pragma once
#include <stdint.h>

/// A day and a time on it in the zone of this machine.
struct cs_local_time {
  int year, month, day, hour, minute, second;
};

/// Seconds since 1 January 1970 in universal time.
int64_t cs_wall_seconds(void);

/// Milliseconds since the machine started, its sleep included; only for measuring how long something takes.
int64_t cs_uptime_milliseconds(void);

/// The local day and time of a moment in seconds since 1970.
struct cs_local_time cs_local_time_at(int64_t seconds);

#pragma once
#include <stdint.h>

/// Seconds since 1 January 1970 in universal time.
int64_t cs_wall_seconds(void);

/// Milliseconds since the machine started, its sleep included; only for measuring how long something takes.
int64_t cs_uptime_milliseconds(void);

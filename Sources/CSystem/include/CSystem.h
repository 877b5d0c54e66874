#pragma once
// The system calls that Swift cannot reach or that must be safe inside a signal handler.

#include "children.h"
#include "clock.h"
#include "crash_guard.h"
#include "events.h"
#include "hidden_line.h"
#include "signals.h"
#include "terminal_device.h"

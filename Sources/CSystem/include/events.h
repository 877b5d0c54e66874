#pragma once
#include <stdint.h>

/// Descriptors to wake a poll with: another thread's sign, or a moment that has come.

/// An event counter; reading takes all signs at once and never waits. Returns a descriptor or minus an errno.
int cs_event_open(void);

/// An event counter whose readers wait; every sign lets one reader go. Returns a descriptor or minus an errno.
int cs_semaphore_open(void);

/// Gives one sign.
void cs_event_signal(int event);

/// Takes signs: all of an event, one of a semaphore (waiting for it).
void cs_event_take(int event);

/// A timer on the clock of `cs_uptime_milliseconds`. Returns a descriptor or minus an errno.
int cs_timer_open(void);

/// Lets the timer ring at this moment, at once where it has passed; 0 switches it off.
void cs_timer_set(int timer, int64_t milliseconds);

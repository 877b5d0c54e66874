#pragma once
// Nothing to call: the library is put in front of a program under test by LD_PRELOAD, and shifts its clock.

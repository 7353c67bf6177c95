// SPDX-License-Identifier: MIT
#ifndef HOOK_START_H
#define HOOK_START_H

/// Names the hook in the message of a fault and sets the exit status that a fault ends in.
///
/// Until it is called a fault ends in exit status 2, which blocks. `name` ends in a NUL and lives for ever.
void hook_start_identify(const unsigned char *name, int status);

#endif

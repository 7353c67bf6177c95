// SPDX-License-Identifier: MIT
import CHookStart
import HookCore

let name: StaticString = "hook-drift"
hook_start_identify(name.utf8Start, 2)

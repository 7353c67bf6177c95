// SPDX-License-Identifier: MIT
import CHookStart
import HookCore

let name: StaticString = "hook-audit"
hook_start_identify(name.utf8Start, 2)

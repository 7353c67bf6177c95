// SPDX-License-Identifier: MIT
import CHookStart
import HookCore

hook_start_identify("hook-audit", 2)

// SPDX-License-Identifier: MIT
import CHookStart
import HookCore

hook_start_identify(DriftHook.name.utf8Start, 2)
HookRunner.run(DriftHook())

// SPDX-License-Identifier: MIT
import CHookStart
import HookCore

hook_start_identify(AuditHook.name.utf8Start, AuditHook.faultStatus(CommandArguments.all()))
HookRunner.run(AuditHook())

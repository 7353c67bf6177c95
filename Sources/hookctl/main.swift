// SPDX-License-Identifier: MIT
import HookCore

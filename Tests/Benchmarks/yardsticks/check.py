# SPDX-License-Identifier: MIT
import json
import sys

if "rm -rf /" in json.load(sys.stdin)["tool_input"].get("command", ""):
    print("refused", file=sys.stderr)
    sys.exit(2)

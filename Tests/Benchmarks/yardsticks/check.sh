#!/bin/sh
# SPDX-License-Identifier: MIT
# A hook as most people write it: one field, one pattern. check.py and check.js do the same.
command=$(jq -r '.tool_input.command // ""') || exit 2
case $command in
*'rm -rf /'*)
  echo 'refused' >&2
  exit 2
  ;;
esac

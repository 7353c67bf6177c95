// SPDX-License-Identifier: MIT

extension RuleTable {
  static var opaque: StaticString {
    """
    run-from-sed ask unknown-code running commands from a sed script: | let sed print, and run the commands by themselves
    steering-variable ask unknown-code setting a variable that makes the next program run something: | leave the variable out
    too-large ask - a command that is too large to judge | split it into smaller commands
    unknown-code ask - running code that cannot be read in advance: | write the code out, or run a file of the project
    unknown-command ask - running a program whose name is only known at run time: | write the name of the program out
    unknown-piped-code ask unknown-code running what another command prints: | look at the output first, then run the commands it names
    unknown-script ask unknown-code running a script whose text cannot be told: | write the script out in full, then run it
    unparsable ask - a command that cannot be parsed | write it in plain shell, one step at a time
    unresolvable-path deny - a name that cannot be resolved: | use a path with fewer symbolic links
    """
  }
}

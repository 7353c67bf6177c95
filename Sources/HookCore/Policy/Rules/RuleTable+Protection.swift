// SPDX-License-Identifier: MIT

extension RuleTable {
  static var protection: StaticString {
    """
    accept-drift deny - deciding over the guard from inside the session: | ask the user to run it in a terminal
    approve-request deny accept-drift approving what the session asked for: | somebody else approves it, in a terminal of their own
    change-client-settings deny change-protection changing the settings of the client: | ask the user to change it outside of the session
    change-hook-files deny change-protection changing the hooks themselves: | ask the user to change it outside of the session
    change-policy deny change-protection changing the policy of the hooks: | ask the user to change it outside of the session
    change-record deny change-protection changing the log, the baseline or approvals: | ask the user to change it outside of the session
    change-settings-place deny start-unprotected making the client read other settings: | leave the variable out
    change-wiring deny accept-drift changing how the hooks are wired: | ask the user to run it in a terminal
    erase-records deny accept-drift erasing records of what was done: | ask the user to run it in a terminal
    start-unprotected deny - starting the client without its protections | start it with them
    stop-client deny stop-hooks stopping the client: | ask the user to end the session
    stop-hooks deny - stopping the hooks | leave them running
    """
  }
}

// SPDX-License-Identifier: MIT

extension RuleTable {
  static var persistence: StaticString {
    """
    change-authorized-keys deny change-access changing who may log in: | ask the user to change it
    change-cron-file ask change-persistence changing the jobs of cron in | ask the user to change it
    change-git-hook ask change-persistence changing a hook that git runs: | keep hooks in the project's own hook manager, or ask the user
    change-git-settings ask change-persistence changing settings of git that can run commands: | use git -c for one command, or ask the user
    change-login-item ask change-persistence changing what starts with the session: | ask the user to change it
    change-program-startup ask change-persistence changing what a program reads at its start: | ask the user to change it
    change-service-unit ask change-persistence changing a unit of the service manager: | ask the user to change it
    change-shell-profile ask change-persistence changing what every shell runs at its start: | ask the user to change it
    change-ssh-settings ask change-persistence changing what ssh runs and where it connects: | ask the user to change it
    enable-service ask change-service making a service start by itself: | ask the user
    schedule-at ask schedule-job scheduling a job for later: | run it now, or ask the user
    schedule-cron ask schedule-job changing the jobs of cron: | run it now, or ask the user
    schedule-timer ask schedule-job handing a job to the service manager: | run it now, or ask the user
    set-hooks-path ask change-git-hooks changing which hooks git runs: | leave the hooks in place
    shadow-program ask change-persistence putting a program before the system's of the same name: | give it a name of its own
    skip-git-hooks ask change-git-hooks going past the hooks of the repository | let the hooks run and fix what they find
    unpack-over-home ask change-persistence unpacking files of any name over | unpack them into a directory of their own, then move them by name
    """
  }
}

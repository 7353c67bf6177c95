// SPDX-License-Identifier: MIT

extension RuleTable {
  static var privilege: StaticString {
    """
    add-container-capability ask escape-container a container with capabilities of the host: | leave --cap-add out
    add-user deny change-users adding a user or group: | ask the user
    change-accounts deny change-access changing the accounts of the system: | ask the user to change it
    change-etc deny change-system changing the settings of the system in | ask the user to change it, or use a file of the project
    change-firewall deny - changing the firewall: | ask the user
    change-kernel-file deny - writing to the kernel through | ask the user to change it
    change-kernel-setting deny change-kernel changing the running kernel: | ask the user
    change-login-checks deny change-access changing how log-ins are checked: | ask the user to change it
    change-login-shell deny change-users changing the login shell: | ask the user
    change-name-resolution deny change-system changing how names of hosts are found: | ask the user to change it
    change-network deny change-firewall changing the network settings: | ask the user
    change-password deny change-users changing a password: | ask the user
    change-service ask - changing a service of the system: | ask the user
    change-sudoers deny change-access changing who may become root: | ask the user to change it
    change-system deny - changing the system file | ask the user to change it, or use a file of the project
    change-user deny change-users changing a user or group: | ask the user
    delete-user deny change-users deleting a user or group: | ask the user
    disable-system-protection deny change-kernel switching off a protection of the system: | ask the user
    elevate ask - running with the rights of another user: | do it without, or ask the user
    enter-namespace ask elevate entering another process's namespaces: | use docker exec, or ask the user
    kill-processes ask - stopping many processes or the first of all | name the ones that you started, by number
    load-kernel-module deny change-kernel changing what the kernel runs: | ask the user
    mount-file-system ask elevate mounting a file system: | ask the user
    run-privileged-container ask escape-container a container with the rights of the host: | leave that option out
    set-capability deny set-id-bit giving a file capabilities: | ask the user
    set-id-bit deny - setting a set-id bit | ask the user
    share-host-namespace ask escape-container a container that shares the host's namespaces: | leave the option out
    shut-down deny - stopping the machine: | ask the user
    switch-user ask elevate becoming another user: | do it without, or ask the user
    """
  }
}

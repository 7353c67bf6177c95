// SPDX-License-Identifier: MIT

extension RuleTable {
  static var destruction: StaticString {
    """
    change-mode-of-tree deny - changing the mode or owner of everything below | name the files inside the project
    change-volume deny format-device changing or removing a volume of storage: | ask the user
    delete-backup deny - deleting backups: | ask the user
    delete-everything ask - deleting everything in | name the files and directories
    delete-git deny - deleting the history in | keep .git; use git to undo changes
    delete-home deny - deleting a home directory: | delete only what you have made, by name
    delete-logs ask - deleting logs of the system: | ask the user
    delete-outside-project ask - deleting outside of the project: | keep to the project and temporary directories, or ask the user
    delete-project deny - deleting the project or a directory above it: | delete only what you have made, by name
    delete-root deny - deleting the root of the file system: | delete only what you have made, by name
    delete-system deny - deleting part of the system: | use the package manager, or ask the user
    delete-unknown ask - deleting what cannot be told in advance: | write the path out in full
    fork-bomb deny - a function that starts itself without end | leave it out
    format-device deny - formatting a device: | ask the user
    overwrite-device deny - writing to the device | write to a file instead
    partition-device deny format-device partitioning a device: | ask the user
    wipe-device deny format-device erasing a device: | ask the user
    """
  }
}

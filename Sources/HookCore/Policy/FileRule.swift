// SPDX-License-Identifier: MIT

/// The rules on files, by what is done to which class of path.
package enum FileRule: UInt8, Sendable, CaseIterable {
  case readSecret
  case readSecretInTree
  case readPossibleSecret
  case writeSecret
  case deleteSecret
  case unresolvablePath
  case deleteRoot
  case deleteHome
  case deleteProject
  case deleteSystem
  case deleteGit
  case deleteEverything
  case deleteOutside
  case deleteUnknown
  case overwriteDevice
  case overwriteGit
  case changeSystem
  case changeAccess
  case changePersistence
  case changeProtection
  case changeKernelFile
  case changeModeOfTree

  package var rule: Rule {
    switch self {
    case .readSecret, .readSecretInTree, .readPossibleSecret, .writeSecret, .deleteSecret,
      .unresolvablePath:
      secretRule
    case .deleteRoot, .deleteHome, .deleteProject, .deleteSystem, .deleteGit, .deleteEverything,
      .deleteOutside, .deleteUnknown, .changeModeOfTree:
      destructionRule
    case .overwriteDevice, .overwriteGit, .changeSystem, .changeAccess, .changePersistence,
      .changeProtection, .changeKernelFile:
      protectionRule
    }
  }

  private var secretRule: Rule {
    switch self {
    case .readSecret:
      Rule(
        "read-secret", .deny, "reading the secret file",
        "name the variables that you need and ask the user to provide them")
    case .readSecretInTree:
      Rule(
        "read-secret-in-tree", .deny, "reading a directory that holds the secret file",
        "exclude that file, or name the files that you need")
    case .readPossibleSecret:
      Rule(
        "read-possible-secret", .ask, "reading what may be a secret file:",
        "write the name out in full")
    case .writeSecret:
      Rule(
        "write-secret", .deny, "writing the secret file",
        "write an example file such as .env.example and ask the user to fill it in")
    case .deleteSecret:
      Rule(
        "delete-secret", .deny, "deleting the secret file", "ask the user to delete it")
    default:
      Rule(
        "unresolvable-path", .deny, "a name that cannot be resolved:",
        "use a path with fewer symbolic links")
    }
  }

  private var destructionRule: Rule {
    switch self {
    case .deleteRoot:
      Rule(
        "delete-root", .deny, "deleting the root of the file system:",
        "delete only what you have made, by name")
    case .deleteHome:
      Rule(
        "delete-home", .deny, "deleting a home directory:",
        "delete only what you have made, by name")
    case .deleteProject:
      Rule(
        "delete-project", .deny, "deleting the project or a directory above it:",
        "delete only what you have made, by name")
    case .deleteSystem:
      Rule(
        "delete-system", .deny, "deleting part of the system:",
        "use the package manager, or ask the user")
    case .deleteGit:
      Rule(
        "delete-git", .deny, "deleting the history in", "keep .git; use git to undo changes")
    case .deleteEverything:
      Rule(
        "delete-everything", .ask, "deleting everything in", "name the files and directories")
    case .deleteOutside:
      Rule(
        "delete-outside-project", .ask, "deleting outside of the project:",
        "keep to the project and temporary directories, or ask the user")
    case .deleteUnknown:
      Rule(
        "delete-unknown", .ask, "deleting what cannot be told in advance:",
        "write the path out in full")
    default:
      Rule(
        "change-mode-of-tree", .deny, "changing the mode or owner of everything below",
        "name the files inside the project")
    }
  }

  private var protectionRule: Rule {
    switch self {
    case .overwriteDevice:
      Rule("overwrite-device", .deny, "writing to the device", "write to a file instead")
    case .overwriteGit:
      Rule(
        "overwrite-git", .deny, "overwriting what git keeps in", "use git commands to change it")
    case .changeSystem:
      Rule(
        "change-system", .deny, "changing the system file",
        "ask the user to change it, or use a file of the project")
    case .changeAccess:
      Rule(
        "change-access", .deny, "changing who may log in:", "ask the user to change it")
    case .changePersistence:
      Rule(
        "change-persistence", .ask, "changing what runs by itself:",
        "ask the user to change it")
    case .changeProtection:
      Rule(
        "change-protection", .deny, "changing the settings, hooks, policy or log that protect:",
        "ask the user to change it outside of the session")
    default:
      Rule(
        "change-kernel-file", .deny, "writing to the kernel through", "ask the user to change it")
    }
  }
}

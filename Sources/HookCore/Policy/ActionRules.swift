// SPDX-License-Identifier: MIT

extension Action {
  /// The rule that judges this action (DESIGN 6, default stance).
  package var rule: Rule {
    if rawValue <= Action.listen.rawValue { return codeAndDisclosureRule }
    if rawValue <= Action.changeGitHooks.rawValue { return repositoryRule }
    if rawValue <= Action.publish.rawValue { return machineRule }
    return outsideRule
  }

  private var codeAndDisclosureRule: Rule {
    switch self {
    case .unparsable:
      Rule(
        word, .ask, "a command that cannot be parsed", "write it in plain shell, one step at a time"
      )
    case .tooLarge:
      Rule(word, .ask, "a command that is too large to judge", "split it into smaller commands")
    case .unknownCommand:
      Rule(
        word, .ask, "running a program whose name is only known at run time:",
        "write the name of the program out")
    case .unknownCode:
      Rule(
        word, .ask, "running code that cannot be read in advance:",
        "write the code out, or run a file of the project")
    case .downloadedCode:
      Rule(
        word, .deny, "running code straight from the network",
        "download it into the project, read it, then run the file")
    case .decodedCode:
      Rule(
        word, .deny, "running code that was encoded", "write the commands out in plain text")
    case .printEnvironment:
      Rule(
        word, .deny, "printing the environment, which holds credentials:",
        "print the one variable that you need, if it is no secret")
    case .printSecretStore:
      Rule(
        word, .deny, "printing what a secret store holds:",
        "let the program that needs the secret fetch it itself")
    case .sendData:
      Rule(
        word, .ask, "sending data out with", "ask the user to approve what is sent and where")
    case .sendSecret:
      Rule(
        word, .deny, "sending a secret to", "leave it out, or ask the user to send it themselves")
    default:
      Rule(
        "listen", .ask, "opening a connection that others can use:", "ask the user")
    }
  }

  private var repositoryRule: Rule {
    switch self {
    case .discardChanges:
      Rule(word, .ask, "discarding uncommitted changes:", "commit or stash them first")
    case .deleteUntracked:
      Rule(
        word, .ask, "deleting untracked files", "list them with git clean -n, then delete by name")
    case .dropStash: Rule(word, .ask, "dropping stashed work", "apply it, or keep it")
    case .forceDeleteBranch:
      Rule(word, .ask, "deleting a branch with unmerged work", "use git branch -d")
    case .expireReflog:
      Rule(word, .ask, "removing what git could still bring back", "leave it to git gc")
    case .pushProtected:
      Rule(word, .ask, "pushing to a protected branch", "push a branch and open a pull request")
    case .forcePushWithLease:
      Rule(word, .ask, "replacing a branch on the remote", "push new commits instead")
    case .forcePush:
      Rule(word, .deny, "force-pushing", "push new commits, or ask the user")
    case .deleteRemoteBranch:
      Rule(word, .deny, "deleting a branch on the remote", "ask the user to delete it")
    case .rewriteHistory:
      Rule(word, .deny, "rewriting the history of the repository", "ask the user")
    default:
      Rule(
        "change-git-hooks", .ask, "changing which hooks git runs:", "leave the hooks in place")
    }
  }

  private var machineRule: Rule {
    switch self {
    case .elevate:
      Rule(word, .ask, "running with the rights of another user:", "do it without, or ask the user")
    case .setIdBit: Rule(word, .deny, "setting a set-id bit or capability", "ask the user")
    case .changeUsers: Rule(word, .deny, "changing users or groups:", "ask the user")
    case .changeKernel: Rule(word, .deny, "changing the running kernel:", "ask the user")
    case .formatDevice: Rule(word, .deny, "formatting or partitioning a device:", "ask the user")
    case .changeFirewall: Rule(word, .deny, "changing the firewall:", "ask the user")
    case .shutDown: Rule(word, .deny, "stopping the machine:", "ask the user")
    case .changeService: Rule(word, .ask, "changing a service of the system:", "ask the user")
    case .killProcesses: Rule(word, .ask, "stopping processes in bulk:", "stop them one by one")
    case .forkBomb: Rule(word, .deny, "a function that starts itself without end", "leave it out")
    case .scheduleJob: Rule(word, .ask, "scheduling a job:", "run it now, or ask the user")
    case .changeShell: Rule(word, .ask, "changing the login shell:", "ask the user")
    case .installForeign:
      Rule(word, .ask, "installing from outside the registry:", "install it by name")
    default: Rule("publish", .ask, "publishing a package:", "ask the user to publish")
    }
  }

  private var outsideRule: Rule {
    switch self {
    case .applyInfrastructure:
      Rule(word, .ask, "changing infrastructure:", "show the plan and ask the user")
    case .destroyInfrastructure:
      Rule(word, .deny, "destroying infrastructure:", "ask the user")
    case .changeCluster: Rule(word, .ask, "changing a cluster:", "use --dry-run, or ask the user")
    case .deleteInCluster: Rule(word, .deny, "deleting in a cluster:", "ask the user")
    case .changeCloud: Rule(word, .ask, "changing cloud resources:", "ask the user")
    case .deleteInCloud: Rule(word, .deny, "deleting cloud resources:", "ask the user")
    case .deploy: Rule(word, .ask, "deploying:", "ask the user")
    case .destroyData: Rule(word, .deny, "destroying data:", "ask the user")
    case .changeContainers: Rule(word, .ask, "changing containers:", "ask the user")
    case .deleteContainers:
      Rule(word, .ask, "deleting containers, images or volumes:", "ask the user")
    case .escapeContainer:
      Rule(word, .ask, "a container with the rights of the host:", "leave --privileged out")
    case .startUnprotected:
      Rule(word, .deny, "starting the client without its protections", "start it with them")
    case .acceptDrift:
      Rule(
        word, .deny, "deciding over the guard from inside the session:",
        "ask the user to run it in a terminal")
    default: Rule("stop-hooks", .deny, "stopping the hooks", "leave them running")
    }
  }
}

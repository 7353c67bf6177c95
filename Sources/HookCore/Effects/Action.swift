// SPDX-License-Identifier: MIT

/// What a command does beyond reading, writing and deleting files; one rule judges each.
///
/// The raw values are the words of the command catalogue.
package enum Action: UInt8, Sendable, Equatable, CaseIterable {
  // What cannot be analysed.
  case unparsable
  case tooLarge
  case unknownCommand
  case unknownCode
  // Code from elsewhere.
  case downloadedCode
  case decodedCode
  // Disclosure.
  case printEnvironment
  case printSecretStore
  case sendData
  case sendSecret
  case listen
  // Work that git cannot bring back.
  case discardChanges
  case deleteUntracked
  case dropStash
  case forceDeleteBranch
  case expireReflog
  // What others see of a repository.
  case pushProtected
  case forcePushWithLease
  case forcePush
  case deleteRemoteBranch
  case rewriteHistory
  case changeGitHooks
  // The machine.
  case elevate
  case setIdBit
  case changeUsers
  case changeKernel
  case formatDevice
  case changeFirewall
  case shutDown
  case changeService
  case killProcesses
  case forkBomb
  case scheduleJob
  case changeShell
  // Packages.
  case installForeign
  case publish
  // Infrastructure.
  case applyInfrastructure
  case destroyInfrastructure
  case changeCluster
  case deleteInCluster
  case changeCloud
  case deleteInCloud
  case deploy
  case destroyData
  case changeContainers
  case deleteContainers
  case escapeContainer
  // Ourselves.
  case startUnprotected
  case acceptDrift
  case stopHooks

  /// The word for this action in the catalogue.
  package var word: StaticString {
    switch self {
    case .unparsable: "unparsable"
    case .tooLarge: "too-large"
    case .unknownCommand: "unknown-command"
    case .unknownCode: "unknown-code"
    case .downloadedCode: "downloaded-code"
    case .decodedCode: "decoded-code"
    case .printEnvironment: "print-environment"
    case .printSecretStore: "print-secret-store"
    case .sendData: "send-data"
    case .sendSecret: "send-secret"
    case .listen: "listen"
    case .discardChanges: "discard-changes"
    case .deleteUntracked: "delete-untracked"
    case .dropStash: "drop-stash"
    case .forceDeleteBranch: "force-delete-branch"
    case .expireReflog: "expire-reflog"
    case .pushProtected: "push-protected"
    case .forcePushWithLease: "force-push-with-lease"
    case .forcePush: "force-push"
    case .deleteRemoteBranch: "delete-remote-branch"
    case .rewriteHistory: "rewrite-history"
    case .changeGitHooks: "change-git-hooks"
    case .elevate: "elevate"
    case .setIdBit: "set-id-bit"
    case .changeUsers: "change-users"
    case .changeKernel: "change-kernel"
    case .formatDevice: "format-device"
    case .changeFirewall: "change-firewall"
    case .shutDown: "shut-down"
    case .changeService: "change-service"
    case .killProcesses: "kill-processes"
    case .forkBomb: "fork-bomb"
    case .scheduleJob: "schedule-job"
    case .changeShell: "change-shell"
    case .installForeign: "install-foreign"
    case .publish: "publish"
    case .applyInfrastructure: "apply-infrastructure"
    case .destroyInfrastructure: "destroy-infrastructure"
    case .changeCluster: "change-cluster"
    case .deleteInCluster: "delete-in-cluster"
    case .changeCloud: "change-cloud"
    case .deleteInCloud: "delete-in-cloud"
    case .deploy: "deploy"
    case .destroyData: "destroy-data"
    case .changeContainers: "change-containers"
    case .deleteContainers: "delete-containers"
    case .escapeContainer: "escape-container"
    case .startUnprotected: "start-unprotected"
    case .acceptDrift: "accept-drift"
    case .stopHooks: "stop-hooks"
    }
  }

  /// The action that the catalogue's `word` names.
  init?(word: CatalogText) {
    var number: UInt8 = 0
    while let action = Action(rawValue: number) {
      if word.equals(action.word) {
        self = action
        return
      }
      number += 1
    }
    return nil
  }
}

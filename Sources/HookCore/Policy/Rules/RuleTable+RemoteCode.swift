// SPDX-License-Identifier: MIT

extension RuleTable {
  static var remoteCode: StaticString {
    """
    decoded-code deny - running code that was encoded | write the commands out in plain text
    downloaded-code deny - running code straight from the network | download it into the project, read it, then run the file
    evaluate-decoded deny decoded-code evaluating decoded text | write the commands out in plain text
    evaluate-download deny downloaded-code evaluating what was downloaded | download it into the project, read it, then run the file
    install-from-git ask install-foreign installing a package from a repository: | install it by name from the registry
    install-from-other-index ask install-foreign installing from an index of somebody's choice: | use the registry that is configured
    install-from-url ask install-foreign installing a package from an address: | install it by name from the registry
    install-local-archive ask install-foreign installing a package from a file: | install it by name from the registry
    install-unverified ask install-foreign installing a package without checking its signature: | leave the checks on
    pipe-decoded deny decoded-code handing decoded text to an interpreter | write the commands out in plain text
    pipe-download deny downloaded-code handing a download to an interpreter | download it into the project, read it, then run the file
    run-decoded-file deny decoded-code running a file that the same command decodes: | write the commands out in plain text
    run-downloaded-file deny downloaded-code running a file that the same command downloads: | download it first, read it, then run it
    """
  }
}

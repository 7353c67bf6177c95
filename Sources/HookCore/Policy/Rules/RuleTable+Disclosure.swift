// SPDX-License-Identifier: MIT

extension RuleTable {
  static var disclosure: StaticString {
    """
    decrypt-secret-file deny print-secret-store decrypting a file of secrets: | let the program that needs it decrypt it
    export-private-key deny print-secret-store exporting a private key: | export the public key
    print-cloud-secret deny print-secret-store printing a secret that a cloud keeps: | let the program that needs the secret fetch it itself
    print-cloud-token deny print-secret-store printing credentials of a cloud: | let the program that needs them ask for them itself
    print-cluster-login deny print-secret-store printing the log-in to a cluster: | use kubectl config get-contexts
    print-cluster-secret deny print-secret-store printing secrets of a cluster: | list their names, or describe them
    print-container-secret deny print-secret-store printing the settings of containers with their secrets: | use docker compose config --services
    print-environment deny - printing the environment, which holds credentials: | print the one variable that you need, if it is no secret
    print-environment-in-code deny print-environment a program text that prints the environment | read the one variable that you need, if it is no secret
    print-git-host-token deny print-secret-store printing the token of a git host: | let gh or git use it; do not print it
    print-infrastructure-secret deny print-secret-store printing outputs or state of infrastructure, which hold secrets: | name what you need and ask the user
    print-keychain deny print-secret-store printing what the system's keychain holds: | let the program that needs the secret fetch it itself
    print-password deny print-secret-store printing what a password manager holds: | let the user enter it
    print-platform-secret deny print-secret-store printing the variables of a hosting platform: | list their names only, or ask the user
    print-process-environment deny print-environment printing the environment of processes: | list processes without it
    print-registry-token deny print-secret-store printing the log-in to a package registry: | use npm whoami or its like
    print-secret-variable deny print-environment printing a variable that holds a credential: | let the program that needs it read it itself
    print-service-environment deny print-environment printing the environment of the session's services: | ask the user
    print-stored-login deny print-secret-store printing stored log-ins: | ask the user
    print-vault-secret deny print-secret-store printing a secret of a vault: | let the program that needs the secret fetch it itself
    reach-metadata deny print-secret-store asking a cloud for the credentials of this machine: | ask the user for what you need to know
    read-process-environment deny read-secret reading the environment of a process: | ask the user for the one variable that you need
    read-process-memory deny read-secret reading the memory of processes: | use a debugger on your own program
    """
  }
}

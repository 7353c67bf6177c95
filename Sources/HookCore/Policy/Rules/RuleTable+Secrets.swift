// SPDX-License-Identifier: MIT

extension RuleTable {
  static var secrets: StaticString {
    """
    delete-secret deny - deleting the secret file | ask the user to delete it
    read-agent-credential deny read-secret reading the credential of a coding agent | ask the user
    read-application-secret deny read-secret reading the settings that hold passwords: | ask for the names of the settings only
    read-browser-profile deny read-secret reading the profile of a browser or messenger | ask the user
    read-cloud-credential deny read-secret reading the cloud credential | let the cloud's own program use it
    read-cluster-credential deny read-secret reading the cluster's credential | use kubectl config get-contexts
    read-database-password deny read-secret reading the password file of a database | let the database's client read it
    read-env-file deny read-secret reading the secret file | name the variables that you need and ask the user to provide them
    read-git-credential deny read-secret reading the log-in to a git host | use gh auth status
    read-gnupg-directory deny read-secret reading the private file of GnuPG | use gpg --list-keys
    read-infrastructure-state deny read-secret reading the state or variables of infrastructure | use terraform plan, or ask the user for the one value
    read-password-store deny read-secret reading the password store | let the user enter the password
    read-possible-secret ask - reading what may be a secret file: | write the name out in full
    read-private-key deny read-secret reading the private key | use the public key; let the program that needs the private one open it
    read-registry-token deny read-secret reading the log-in to a package registry | use npm whoami or its like
    read-secret-in-tree deny - reading a directory that holds the secret file | name the files that you need, or leave it out as with --exclude='.env'
    read-secrets-directory deny read-secret reading the secret file | ask the user for what you need of it
    read-ssh-directory deny read-secret reading the private file of ssh | use ssh-keygen -l or ssh-add -l to list keys
    read-stored-login deny read-secret reading the stored log-in | let the program that needs it read it itself
    read-system-secret deny read-secret reading the system's secret file | ask the user
    take-secret-into-image ask - building an image from a directory that holds the secret file | name the file in .dockerignore, or copy single directories in the recipe
    write-agent-credential deny write-secret writing the credential of a coding agent | ask the user
    write-application-secret deny write-secret writing the settings that hold passwords: | write an example file and ask the user to fill it in
    write-browser-profile deny write-secret writing the profile of a browser or messenger | ask the user
    write-cloud-credential deny write-secret writing the cloud credential | ask the user to log in
    write-cluster-credential deny write-secret writing the cluster's credential | use a kubeconfig of your own in a temporary directory, or ask the user
    write-database-password deny write-secret writing the password file of a database | ask the user to write it
    write-env-file deny write-secret writing the secret file | write an example file such as .env.example and ask the user to fill it in
    write-git-credential deny write-secret writing the log-in to a git host | ask the user to log in
    write-infrastructure-state deny write-secret writing the state or variables of infrastructure | write an example such as example.tfvars
    write-password-store deny write-secret writing to the keyring | ask the user to write it
    write-private-key deny write-secret writing the private key | let the tool that owns the key make it, outside of the session
    write-registry-token deny write-secret writing the log-in to a package registry | ask the user to log in
    write-secrets-directory deny write-secret writing the secret file | ask the user to write it
    write-ssh-directory deny write-secret writing the private file of ssh | ask the user to write it
    write-system-secret deny write-secret writing the system's secret file | ask the user
    """
  }
}

// SPDX-License-Identifier: MIT

/// Programs that print what an interactive shell is to evaluate, and are made for just that.
///
/// `eval "$(ssh-agent -s)"` runs code that is only known at run time, but it is as trustworthy as
/// the program itself, which anybody may run anyway.
enum ShellSetup {
  /// Whether `name` with `arguments` prints such text.
  static func isPrinted(by name: [UInt8], _ arguments: List<Field>) -> Bool {
    if name.equals("ssh-agent") || name.equals("gpg-agent") || name.equals("keychain")
      || name.equals("dircolors") || name.equals("tset")
      || name.equals("lesspipe") && arguments.isEmpty
    {
      return true
    }
    guard let sub = arguments.first?.exact else { return false }
    if sub.equals("init") || sub.equals("virtualenv-init") {
      return name.equals("pyenv") || name.equals("rbenv") || name.equals("nodenv")
        || name.equals("jenv") || name.equals("goenv") || name.equals("starship")
        || name.equals("zoxide") || name.equals("atuin") || name.equals("mise")
    }
    if sub.equals("hook") { return name.equals("direnv") || name.equals("asdf") }
    if sub.equals("env") {
      return name.equals("opam") || name.equals("fnm") || name.equals("luarocks")
    }
    if sub.equals("completion") {
      return name.equals("kubectl") || name.equals("helm") || name.equals("gh")
        || name.equals("docker") || name.equals("npm") || name.equals("minikube")
        || name.equals("kind") || name.equals("hugo") || name.equals("k3d")
    }
    if sub.equals("shellenv") { return name.equals("brew") }
    if sub.equals("activate") { return name.equals("mise") }
    if sub.equals("shell.bash") || sub.equals("shell.posix") { return name.equals("conda") }
    return sub.equals("docker-env") && name.equals("minikube")
  }
}

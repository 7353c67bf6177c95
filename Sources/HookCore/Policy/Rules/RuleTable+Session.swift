// SPDX-License-Identifier: MIT

extension RuleTable {
  static var session: StaticString {
    """
    outside-scope ask - changing a file that the session is not for: | keep to the paths of the task, or ask the user
    risk-critical deny - an action of critical risk: | ask the user to do it, or name a target that is not production
    risk-high ask - an action of high risk: | ask the user, or name a target that is not production
    risk-low ask - an action of low risk: | ask the user
    risk-medium ask - an action of medium risk: | ask the user
    stage-asked ask - doing what is left to people: | ask the user
    stage-command deny - running what there is no need of: | look with git log, git diff, cat and grep
    stage-refused deny - doing what is not done here: | leave it to the user
    stage-tool deny - calling a tool that there is no need of: | use Read, Grep and Glob
    stage-write deny - changing a file that is closed: | report what should change, and let the user decide
    """
  }
}

// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

/// What goes beyond a limit is never passed over: padding a command must not hide its end.
@Suite struct LimitTests {
  private func names(_ count: Int) -> String {
    (0..<count).map { "n\($0)" }.joined(separator: " ")
  }

  private func verdict(_ command: String) -> Verdict {
    VectorProject.decide(Array(command.utf8)).verdict
  }

  @Test func theLastOfManyReadsIsJudged() {
    #expect(verdict("cat \(names(5_000)) .env") != .allow)
    #expect(verdict(String(repeating: "cat a;", count: 5_000) + "cat .env") != .allow)
  }

  @Test func theLastOfManyValuesOfALoopIsJudged() {
    #expect(verdict("for f in \(names(40)) .env; do cat $f; done") == .deny)
    #expect(verdict("for f in \(names(1_000)) .env; do cat $f; done") != .allow)
    #expect(verdict("for i in {1..5000}; do echo $i; done") == .allow)
  }

  @Test func theLastOfManyWordsInBracesIsJudged() {
    let list = names(600).split(separator: " ").joined(separator: ",")
    #expect(verdict("cat {\(list),.env}") != .allow)
    #expect(verdict("cat \(String(repeating: "{a,b}", count: 12)),{.env,x}") != .deny)
  }

  @Test func aPatternOverManyFilesIsJudgedByWhatIsThere() {
    var files = InMemoryFileSystem()
    for number in 0..<600 { files.add(file: "/home/dev/project/n\(number)") }
    files.add(file: "/home/dev/project/server.key")
    var analyzer = EffectAnalyzer(files: files)
    let root = Array(VectorProject.root.utf8)
    let home = Array(VectorProject.home.utf8)
    analyzer.analyze(Array("cat *".utf8), ShellState(directory: root, home: home))
    let context = PolicyContext(home: home, project: root, state: nil, files: files)
    #expect(PolicyEngine.decide(analyzer.effects, context).verdict == .deny)
  }

  @Test func theLastOfManyArgumentsOfAnUnknownToolIsJudged() throws {
    let list = (0..<2_500).map { "\"n\($0)\"" }.joined(separator: ",")
    let payload = """
      {"session_id":"s","cwd":"\(VectorProject.root)","hook_event_name":"PreToolUse",\
      "tool_name":"mcp__files__read","tool_input":{"names":[\(list),".env"]}}
      """
    guard case .preToolUse(let call) = try HookEvent(decoding: Array(payload.utf8)).body else {
      Issue.record("no tool call")
      return
    }
    let home = Array(VectorProject.home.utf8)
    let root = Array(VectorProject.root.utf8)
    let effects = ToolCallEffects.effects(
      of: call, in: root, home: home, files: VectorProject.files)
    let context = PolicyContext(home: home, project: root, state: nil, files: VectorProject.files)
    #expect(PolicyEngine.decide(effects, context).verdict != .allow)
  }

  @Test func theLastOfManyMentionsIsFound() {
    let prompt = String(repeating: "@a ", count: 300) + "@.env"
    #expect(FileMentions.names(in: Array(prompt.utf8)).last == Array(".env".utf8))
  }
}

// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// What becomes of a call that nobody can be asked about.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: ApprovalScene.program)))
struct ApprovalGateTests {
  private static let merge = "git push origin main"
  private let scene: ApprovalScene

  init() throws { scene = try ApprovalScene() }

  @Test func theRefusalNamesARequestAndTheWayToApproveIt() throws {
    let refused = try scene.answer(Self.merge)
    #expect(refused.status == 2)
    let request = try scene.request()
    let id = String(decoding: request.id, as: UTF8.self)
    #expect(refused.error.contains("request \(id) needs 2 approvals by others"))
    #expect(refused.error.contains("hookctl approvals approve \(id) --key FILE"))
    #expect(refused.error.utf8.count <= 1_013)
    #expect(request.binding.repository == Array("git.example/a/b".utf8))
    #expect(request.binding.branch == Array("main".utf8))
    #expect(request.binding.head == Array(ApprovalScene.head.utf8))
    #expect(request.rules.first == Array("push-protected".utf8))
    #expect(request.requester == Array("robot".utf8))
    #expect(request.showsWholeAction)
    let path = String(decoding: try scene.store().path, as: UTF8.self) + "/\(id).request"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // The same call in other words about it is the same call.
    #expect(try scene.answer(Self.merge, description: "y").error.contains("request \(id) needs 2"))
    #expect(try scene.request().id == request.id)
    #expect(try scene.records("approval").map { $0.contains("\"requested\"") } == [true, false])
  }

  @Test func twoApprovalsLetTheCallThroughOnceAndOnlyOnce() throws {
    #expect(try scene.answer(Self.merge).status == 2)
    let first = try scene.request()
    try scene.approve(by: "alice")
    #expect(try scene.answer(Self.merge).error.contains("has 1"))
    try scene.approve(by: "bob")
    #expect(try scene.answer("git push origin HEAD:main").status == 2)
    #expect(try scene.answer(Self.merge).passes)
    let third = try scene.answer(Self.merge)
    #expect(third.status == 2)
    #expect(third.error.contains("an approval does not count: it has been used"))
    #expect(try scene.store().isUsed(first.id))
    let record = try #require(try scene.records("approval").first { $0.contains("\"used\"") })
    #expect(record.contains("alice@example.com SHA256:"))
    #expect(record.contains("bob@example.com SHA256:"))
    #expect(try scene.records("decided").filter { $0.contains("\"verdict\":\"allow\"") }.count == 1)
  }

  @Test func ofManyRunsAtOnceOnePasses() async throws {
    #expect(try scene.answer(Self.merge).status == 2)
    try scene.approve(by: "alice")
    try scene.approve(by: "bob")
    let context = try scene.context
    let passed = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask { (try? ApprovalScene.answer(Self.merge, context).status == 0) ?? false }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(passed == 1)
  }

  @Test func oneApprovalIsEnoughWhereNothingIsMerged() throws {
    #expect(
      try scene.answer("git reset --hard").error.contains("needs 1 approval by somebody else"))
    try scene.approve(by: "alice")
    #expect(try scene.answer("git reset --hard").passes)
    #expect(try scene.answer("git reset --hard").status == 2)
  }

  @Test func approvalsAreHandedInAsFiles() throws {
    let folder = scene.directory.url.appendingPathComponent("handed-in")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    #expect(try scene.answer(Self.merge).status == 2)
    let request = try scene.request()
    for name in ["alice", "bob"] {
      let bytes = try scene.signed(scene.statement(request), by: name)
      try Data(bytes).write(to: folder.appendingPathComponent("\(name).approval"))
    }
    // A machine that has never seen the request, as CI starts one for every run.
    scene.options.stateDirectory = scene.directory.path + Array("/other".utf8)
    scene.options.approvals = Array(folder.path.utf8)
    #expect(try scene.answer(Self.merge).passes)
    #expect(try scene.answer(Self.merge).status == 2)
    let write = try scene.answer("cp x.approval \(folder.path)/")
    #expect(write.error.contains("(rule change-record)"))
  }

  @Test func whatIsBoundMustNotMove() throws {
    #expect(try scene.answer(Self.merge).status == 2)
    try scene.approve(by: "alice")
    try scene.approve(by: "bob")
    let files = scene.files
    let policy = scene.policy
    scene.files.add(
      file: "\(VectorProject.root)/.git/refs/heads/main", String(repeating: "c3", count: 20))
    #expect(try scene.answer(Self.merge).error.contains("the branch head has moved"))
    scene.files = files
    scene.files.add(file: "\(VectorProject.root)/.git/config", "[remote \"origin\"]\nurl = h:x\n")
    #expect(try scene.answer(Self.merge).error.contains("it is for another repository"))
    scene.files = files
    scene.policy = policy + "\n"
    #expect(try scene.answer(Self.merge).error.contains("the policy has changed"))
    scene.policy = policy
    _ = scene.options.session.take(Array("--stage".utf8), Array("pre-merge".utf8))
    #expect(try scene.answer(Self.merge).status == 2)
    scene.options.session = SessionTerms()
    #expect(try scene.answer(Self.merge).passes)
  }

  @Test func anApprovalForOneStageIsNoneForAnother() throws {
    #expect(try scene.answer(Self.merge).status == 2)
    let binding = try scene.request().binding
    var other = binding
    other.stage = Array("verification".utf8)
    #expect(binding.difference(from: binding) == nil)
    #expect(binding.difference(from: other)?.description == "it is for another stage")
    #expect(binding.requestID(round: 0) != other.requestID(round: 0))
  }

  @Test func branchesThatTheCallNamesMustNotMove() throws {
    let command = "git push origin feature:main"
    #expect(try scene.answer(command).status == 2)
    #expect(
      try scene.request().binding.commits.contains { $0.starts(with: Array("feature ".utf8)) })
    try scene.approve(by: "alice")
    try scene.approve(by: "bob")
    let files = scene.files
    scene.files.add(
      file: "\(VectorProject.root)/.git/refs/heads/feature", String(repeating: "c3", count: 20))
    #expect(try scene.answer(command).error.contains("what the call names has moved"))
    scene.files = files
    #expect(try scene.answer(command).passes)
  }

  /// Carol is the robot by the policy; Alice by the wired command line, whatever her address is,
  /// or by the key that lies in the user's directory.
  @Test(arguments: [("robot", "carol", ""), ("Alice", "alice", ""), ("other", "alice", "alice")])
  func nobodyApprovesTheirOwnRequest(_ requester: String, _ signer: String, _ key: String) throws {
    scene.options.requester = Array(requester.utf8)
    if !key.isEmpty {
      scene.files.add(
        file: "\(VectorProject.home)/.ssh/work.pub",
        try String(contentsOfFile: try scene.key(key) + ".pub", encoding: .utf8))
    }
    #expect(try scene.answer(Self.merge).status == 2)
    try scene.approve(by: "bob")
    try scene.approve(by: signer)
    #expect(try scene.answer(Self.merge).error.contains("it is signed by who asks for it"))
  }

  @Test func onePersonWithTwoKeysIsOnePerson() throws {
    try scene.allow([
      ("alice@example.com", "alice"), ("alice,ALICE@example.com", "alice2"),
      ("bob@example.com", "bob"),
    ])
    #expect(try scene.answer(Self.merge).status == 2)
    try scene.approve(by: "alice")
    try scene.approve(by: "alice2")
    try scene.put(try scene.signed(scene.statement(scene.request()), by: "alice"), "again")
    #expect(try scene.answer(Self.merge).error.contains("has 1"))
    try scene.approve(by: "bob")
    #expect(try scene.answer(Self.merge).passes)
  }

  @Test func whatIsNotSignedAsItHasToBeDoesNotCount() throws {
    #expect(try scene.answer(Self.merge).status == 2)
    try scene.approve(by: "alice")
    try scene.approve(by: "mallory")
    #expect(try scene.answer(Self.merge).error.contains("nobody whom the policy names"))
    try scene.approve(by: "bob", namespace: "git")
    #expect(try scene.answer(Self.merge).status == 2)
    // A statement that is signed for something else.
    let other = try scene.signed(
      scene.statement(scene.request(), breakGlass: "haste"), by: "bob")
    let end = try #require(other.firstIndex(of: 0x0A))
    try scene.put(try scene.statement(scene.request()).line + other[(end + 1)...], "swapped")
    #expect(try scene.answer(Self.merge).status == 2)
    let reasons = try scene.records("approval").joined()
    #expect(reasons.contains("is signed for another purpose"))
    #expect(reasons.contains("is not signed by that key, or was changed"))
    #expect(try scene.records("decided").allSatisfy { $0.contains("\"verdict\":\"deny\"") })
  }

  @Test func aKeyCountsOnlyWhileItIsValid() throws {
    try scene.allow(
      [("alice@example.com", "alice"), ("bob@example.com", "bob")],
      options: #"valid-before="20261120Z" "#)
    #expect(try scene.answer("git reset --hard").status == 2)
    try scene.approve(by: "alice")
    #expect(try scene.answer("git reset --hard").error.contains("is not valid any more"))
  }

  @Test func anApprovalHoldsForItsTime() throws {
    #expect(try scene.answer("git reset --hard").status == 2)
    let request = try scene.request()
    func answer(_ issued: Int, _ expires: Int) throws -> String {
      let statement = ApprovalStatement(
        approving: request, issued: scene.now.adding(seconds: issued),
        expires: scene.now.adding(seconds: expires), breakGlass: nil)
      try scene.put(try scene.signed(statement, by: "alice"), "one")
      return try scene.answer("git reset --hard").error
    }
    #expect(try answer(-10, 0).contains("it has expired"))
    #expect(try answer(120, 600).contains("it is dated in the future"))
    #expect(try answer(0, 3_601).contains("it holds for longer than the policy allows"))
    #expect(try answer(0, 1) == "")
  }

  @Test func aRequestThatHasEndedIsMadeAnew() throws {
    #expect(try scene.answer("git reset --hard").status == 2)
    try scene.approve(by: "alice")
    scene.now = scene.now.adding(seconds: 3_601)
    #expect(try scene.answer("git reset --hard").error.contains("it has expired"))
    #expect(try scene.request().expires > scene.now)
    #expect(try scene.records("approval").last?.contains("\"requested\"") == true)
  }

  @Test func breakingTheGlassTakesOnePersonAndRaisesAnAlert() throws {
    #expect(try scene.answer(Self.merge).status == 2)
    try scene.approve(by: "alice", breakGlass: "")
    #expect(try scene.answer(Self.merge).error.contains("without a reason"))
    try scene.approve(by: "alice", breakGlass: "the site is down")
    #expect(try scene.answer(Self.merge).passes)
    let alert = try #require(try scene.records("alert").first)
    #expect(alert.contains("the site is down"))
    #expect(alert.contains("alice@example.com SHA256:"))
    #expect(try scene.answer(Self.merge).status == 2)
  }

  @Test func aDenialStands() throws {
    #expect(try scene.answer(Self.merge).status == 2)
    let request = try scene.request()
    try scene.approve(by: "alice")
    try scene.approve(by: "bob")
    try scene.store().deny(request.id, reason: Array("not on a Friday".utf8))
    #expect(try scene.answer(Self.merge).error.contains("a person denied request"))
    #expect(try scene.records("approval").last?.contains("not on a Friday") == true)
  }

  @Test func withoutNamedSignersNobodyCanApprove() throws {
    scene.policy = #"{"version":1}"#
    #expect(
      try scene.answer(Self.merge).error.contains(
        "nobody can be asked in this session, and no managed policy names who may approve"))
    #expect(try scene.store().requests().isEmpty)
  }

  @Test func aPersonAtTheTerminalIsAskedAndADenialIsNotUpForApproval() throws {
    scene.unattended = false
    #expect(try scene.answer(Self.merge).standardOutput.isEmpty == false)
    scene.unattended = true
    #expect(try !scene.answer("git push --force origin main").error.contains("hookctl approvals"))
    #expect(try scene.store().requests().isEmpty)
  }

  @Test func secretsStayOutOfRequests() throws {
    let token = "ghp_" + String(repeating: "a1B2", count: 9)
    #expect(try scene.answer("git push https://x:\(token)@git.example/a/b main").status == 2)
    let request = try scene.request()
    #expect(!request.showsWholeAction)
    #expect(request.bytes.firstRange(of: Array(token.utf8)) == nil)
    #expect(request.bytes.firstRange(of: Array("secret@".utf8)) == nil)
  }

  @Test func openRequestsAreBounded() throws {
    for number in 0..<257 {
      let answer = try scene.answer("git push origin \(number):main")
      #expect(answer.error.contains("too many requests are open") == (number == 256))
    }
  }
}

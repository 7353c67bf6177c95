// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct FileMentionsTests {
  private func names(_ prompt: String) -> [String] {
    FileMentions.names(in: Array(prompt.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aNameEndsAtABlank() {
    #expect(names("see @src/main.ts and @docs/a.md") == ["src/main.ts", "docs/a.md"])
  }

  @Test func quotesHoldBlanksTogether() {
    #expect(names(#"see @"my file.env" now"#) == ["my file.env"])
    #expect(names(#"see @"open end"#) == ["open end"])
    #expect(names(#"see @my\ file.env now"#) == ["my file.env"])
  }

  @Test func punctuationAfterANameIsNotPartOfIt() {
    #expect(names("is it @.env? or (@a.md), [@b.md]; @c.md.") == [".env", "a.md", "b.md", "c.md"])
  }

  @Test func linesOfAFileAreTheFile() {
    #expect(names("@src/a.ts#L10-20") == ["src/a.ts"])
  }

  @Test func anAddressIsNoMention() {
    #expect(names("dev@example.com, git@host:a/b.git").isEmpty)
  }

  @Test func aLoneSignIsNoMention() {
    #expect(names("@").isEmpty)
    #expect(names("a @ b, @, @.").isEmpty)
  }

  @Test func anythingAfterTheSignCanBeAFile() {
    #expect(names("@decorator") == ["decorator"])
    #expect(names("`@.env`") == [".env"])
  }

  @Test func aPromptFullOfSignsCostsLittle() {
    #expect(names(String(repeating: "@a ", count: 10_000)).count <= 256)
    #expect(names(String(repeating: "@", count: 100_000)).count <= 256)
  }
}

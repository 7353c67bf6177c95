// SPDX-License-Identifier: MIT
import HookCore

/// The stages as one object; texts from outside go through the redactor.
extension Explanation {
  func printJSON(_ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("answer")
    writer.beginObject()
    if !context.environment.unattended { write(answer: false, to: &writer) }
    write(answer: true, to: &writer)
    writer.endObject()
    if let command { write(command: command, to: &writer) }
    writer.key("directory")
    write(event.workingDirectory, to: &writer)
    write(effects: effects, to: &writer)
    if let evidence { write(evidence: evidence, to: &writer) }
    writer.key("event")
    writer.string(event.name.text)
    write(findings: judgement?.decision.findings ?? List(), to: &writer)
    if let command {
      writer.key("flows")
      writer.beginArray()
      for flow in analysis(of: command).flows { write(flow, to: &writer) }
      writer.endArray()
    }
    writer.key("home")
    write(context.environment.home, to: &writer)
    writer.key("microseconds")
    writer.integer(microseconds)
    writer.key("project")
    write(context.environment.projectDirectory ?? event.workingDirectory, to: &writer)
    if let rejection = judgement?.rejection {
      writer.key("rejection")
      write(rejection, to: &writer)
    }
    if let risk = judgement?.decision.risk { write(risk: risk, to: &writer) }
    writeSession(to: &writer)
    if let command { write(syntaxOf: command, to: &writer) }
    if let call {
      writer.key("tool")
      write(call.name, to: &writer)
    }
    writer.key("unattended")
    writer.boolean(context.environment.unattended)
    writer.key("verdict")
    writer.string(verdict.word)
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }

  func write(_ text: [UInt8], to writer: inout JSONWriter) {
    let redacted = RedactedText(text, by: Redactor(tagKey: nil)).bytes
    writer.string(Array(String(decoding: redacted, as: UTF8.self).utf8))
  }

  private func write(answer unattended: Bool, to writer: inout JSONWriter) {
    let answer = answer(unattended: unattended)
    writer.key(unattended ? "unattended" : "attended")
    writer.beginObject()
    writer.key("status")
    writer.integer(Int(answer.status))
    writer.key("stderr")
    write(answer.standardError, to: &writer)
    writer.key("stdout")
    write(answer.standardOutput, to: &writer)
    writer.endObject()
  }

  private func write(command: [UInt8], to writer: inout JSONWriter) {
    writer.key("command")
    write(command, to: &writer)
    writer.key("commands")
    writer.beginArray()
    for command in expandedCommands(command) {
      writer.beginObject()
      writer.key("depth")
      writer.integer(max(0, command.depth - 1))
      writer.key("directory")
      write(command.directory, to: &writer)
      write(command.range, to: &writer)
      writer.key("words")
      writer.beginArray()
      for word in command.words { write(word, to: &writer) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ field: Field, to writer: inout JSONWriter) {
    let description = FieldDescription(field)
    writer.beginObject()
    writer.key("kind")
    writer.string(description.kind)
    writer.key("values")
    writer.beginArray()
    for value in description.values { write(value, to: &writer) }
    writer.endArray()
    writer.endObject()
  }

  private func write(_ range: SourceRange, to writer: inout JSONWriter) {
    writer.key("range")
    writer.beginArray()
    writer.integer(range.start)
    writer.integer(range.end)
    writer.endArray()
  }

  private func write(effects: [Effect], to writer: inout JSONWriter) {
    writer.key("effects")
    writer.beginArray()
    for effect in effects {
      writer.beginObject()
      writer.key("certain")
      writer.boolean(effect.isCertain)
      if let file = effect.file {
        writer.key("file")
        write(file.name, to: &writer)
      }
      writer.key("kind")
      writer.string(Array(effect.kind.words.utf8))
      if command != nil { write(effect.range, to: &writer) }
      if effect.file != nil {
        writer.key("resolved")
        writer.beginArray()
        for path in resolved(effect) { write(path, to: &writer) }
        writer.endArray()
      }
      if !effect.subject.isEmpty {
        writer.key("subject")
        write(effect.subject, to: &writer)
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ flow: Flow, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("from")
    writer.beginObject()
    writer.key("in_part")
    writer.boolean(flow.source.isPicked)
    writer.key("kind")
    writer.string(Array("\(flow.source.kind)".utf8))
    writer.key("name")
    write(flow.source.name, to: &writer)
    write(flow.source.range, to: &writer)
    writer.endObject()
    writer.key("to")
    writer.beginObject()
    writer.key("kind")
    writer.string(Array("\(flow.target.kind)".utf8))
    writer.key("name")
    write(flow.target.name, to: &writer)
    write(flow.target.range, to: &writer)
    writer.endObject()
    writer.endObject()
  }

  private func write(findings: List<Finding>, to writer: inout JSONWriter) {
    writer.key("findings")
    writer.beginArray()
    for finding in findings {
      writer.beginObject()
      writer.key("advice")
      writer.string(finding.rule.advice.bytes)
      if command != nil { write(finding.range, to: &writer) }
      writer.key("rule")
      writer.string(finding.rule.id.bytes)
      writer.key("subject")
      write(finding.subject, to: &writer)
      writer.key("title")
      writer.string(finding.rule.title.bytes)
      writer.key("verdict")
      writer.string(finding.rule.verdict.word)
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(syntaxOf command: [UInt8], to writer: inout JSONWriter) {
    do throws(ShellSyntaxError) {
      let tree = SyntaxDescription.describe(try ShellParser.parse(command))
      writer.key("syntax")
      write(tree, to: &writer)
    } catch {
      writer.key("syntax_error")
      writer.beginObject()
      writer.key("code")
      writer.string(Array("\(error.code)".utf8))
      write(error.range, to: &writer)
      writer.endObject()
    }
  }
}

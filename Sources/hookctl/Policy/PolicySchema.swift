// SPDX-License-Identifier: MIT

/// The JSON Schema of policy documents, for editors.
enum PolicySchema {
  static let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "security-hooks policy",
      "type": "object",
      "additionalProperties": false,
      "required": ["version"],
      "properties": {
        "version": {"const": 1},
        "revision": {"type": "string"},
        "owner": {"type": "string"},
        "help": {"type": "string", "description": "where people read more; {rule} stands for the id"},
        "mode": {"$ref": "#/$defs/mode"},
        "approvals": {
          "type": "object", "additionalProperties": false, "required": ["allowedSigners"],
          "description": "who may approve with nobody at the terminal; of managed documents only",
          "properties": {
            "allowedSigners": {"type": "string", "pattern": "^/", "description": "see ssh-keygen(1)"},
            "quorum": {"type": "integer", "minimum": 1, "maximum": 9},
            "mergeQuorum": {"type": "integer", "minimum": 2, "maximum": 9},
            "lifetimeMinutes": {"type": "integer", "minimum": 1, "maximum": 10080},
            "requesters": {"type": "object", "additionalProperties": {"$ref": "#/$defs/strings"}}}},
        "wrappers": {"$ref": "#/$defs/entries"},
        "protectedBranches": {"$ref": "#/$defs/entries"},
        "environments": {"type": "object", "additionalProperties": false, "properties": {
          "development": {"$ref": "#/$defs/evidence"},
          "staging": {"$ref": "#/$defs/evidence"},
          "production": {"$ref": "#/$defs/evidence"}}},
        "risk": {"type": "object", "additionalProperties": false, "properties": {
          "low": {"$ref": "#/$defs/tier"},
          "medium": {"$ref": "#/$defs/tier"},
          "high": {"$ref": "#/$defs/tier"},
          "critical": {"$ref": "#/$defs/tier"},
          "mode": {"$ref": "#/$defs/mode"}}},
        "stages": {"type": "object", "additionalProperties": {"$ref": "#/$defs/profile"}},
        "phases": {"type": "object", "additionalProperties": {"$ref": "#/$defs/profile"}},
        "stage": {"type": "string"},
        "phase": {"type": "string"},
        "scope": {"type": "object", "additionalProperties": false, "properties": {
          "paths": {"$ref": "#/$defs/entries"},
          "ticket": {"type": "string"}}},
        "tools": {
          "type": "object", "additionalProperties": false,
          "description": "tools that may be used, as rules of the client: Read, Bash(git *)",
          "properties": {
            "allow": {"$ref": "#/$defs/entries"},
            "deny": {"$ref": "#/$defs/entries"}}},
        "mcp": {"type": "object", "additionalProperties": false, "properties": {
          "servers": {"type": "object", "additionalProperties": false, "properties": {
            "allow": {"$ref": "#/$defs/entries"},
            "deny": {"$ref": "#/$defs/entries"}}},
          "tools": {
            "type": "object", "additionalProperties": false,
            "description": "whole names with *: mcp__github__get_*",
            "properties": {
              "allow": {"$ref": "#/$defs/entries"},
              "deny": {"$ref": "#/$defs/entries"}}},
          "verbs": {
            "type": "object", "additionalProperties": false,
            "description": "tools by what they do, where their names do not say it",
            "properties": {
              "read": {"$ref": "#/$defs/entries"},
              "write": {"$ref": "#/$defs/entries"},
              "destructive": {"$ref": "#/$defs/entries"}}}}},
        "hosts": {"type": "object", "additionalProperties": false, "properties": {
          "trusted": {"$ref": "#/$defs/entries", "description": "all others are asked about"},
          "denied": {"$ref": "#/$defs/entries"}}},
        "maxModel": {"enum": ["haiku", "sonnet", "opus"]},
        "lists": {"type": "object", "additionalProperties": {"$ref": "#/$defs/strings"}},
        "builtin": {"type": "array", "items": {
          "type": "object", "additionalProperties": false, "required": ["rule"],
          "properties": {
            "rule": {"type": "string", "description": "id, wider rule, or family:name"},
            "verdict": {"enum": ["allow", "ask", "deny"]},
            "mode": {"$ref": "#/$defs/mode"}}}},
        "rules": {"type": "array", "items": {
          "type": "object", "additionalProperties": false,
          "required": ["id", "title", "verdict", "when"],
          "properties": {
            "id": {"$ref": "#/$defs/id"},
            "title": {"type": "string"},
            "rationale": {"type": "string"},
            "verdict": {"enum": ["ask", "deny"]},
            "mode": {"$ref": "#/$defs/mode"},
            "suggestion": {"type": "string"},
            "owner": {"type": "string"},
            "tags": {"$ref": "#/$defs/strings"},
            "when": {"$ref": "#/$defs/when"},
            "examples": {"type": "object", "additionalProperties": false, "properties": {
              "trigger": {"$ref": "#/$defs/strings"},
              "pass": {"$ref": "#/$defs/strings"}}}}}},
        "exceptions": {"type": "array", "items": {
          "type": "object", "additionalProperties": false,
          "required": ["id", "rule", "when", "reason", "owner"],
          "properties": {
            "id": {"$ref": "#/$defs/id"},
            "rule": {"type": "string"},
            "when": {"$ref": "#/$defs/when"},
            "reason": {"type": "string"},
            "owner": {"type": "string"},
            "expires": {"type": "string", "format": "date"},
            "maxUses": {"type": "integer", "minimum": 1, "maximum": 100000}}}}
      },
      "$defs": {
        "id": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"},
        "verb": {"enum": ["read", "write", "destructive"]},
        "mode": {"enum": ["enforce", "warn", "simulate"]},
        "tier": {"enum": ["allow", "mark", "ask", "deny"]},
        "environment": {"enum": ["development", "staging", "production"]},
        "evidence": {"type": "object", "additionalProperties": false, "properties": {
          "branch": {"$ref": "#/$defs/entries"},
          "worktree": {"$ref": "#/$defs/entries"},
          "context": {"$ref": "#/$defs/entries"},
          "namespace": {"$ref": "#/$defs/entries"},
          "workspace": {"$ref": "#/$defs/entries"},
          "varFile": {"$ref": "#/$defs/entries"},
          "profile": {"$ref": "#/$defs/entries"},
          "account": {"$ref": "#/$defs/entries"},
          "project": {"$ref": "#/$defs/entries"},
          "subscription": {"$ref": "#/$defs/entries"},
          "database": {"$ref": "#/$defs/entries"},
          "host": {"$ref": "#/$defs/entries"},
          "url": {"$ref": "#/$defs/entries"},
          "path": {"$ref": "#/$defs/entries"},
          "argument": {"$ref": "#/$defs/entries"}}},
        "profile": {"type": "object", "additionalProperties": false, "properties": {
          "title": {"type": "string"},
          "extends": {"type": "string"},
          "tools": {"$ref": "#/$defs/entries"},
          "commands": {"$ref": "#/$defs/entries"},
          "writable": {"$ref": "#/$defs/entries"},
          "closed": {"$ref": "#/$defs/entries"},
          "ask": {"$ref": "#/$defs/entries"},
          "deny": {"$ref": "#/$defs/entries"}}},
        "strings": {"type": "array", "items": {"type": "string"}},
        "entries": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/strings"}]},
        "when": {"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
          "tool": {"$ref": "#/$defs/entries"},
          "effect": {"$ref": "#/$defs/entries"},
          "path": {"$ref": "#/$defs/entries"},
          "command": {"$ref": "#/$defs/entries"},
          "match": {"$ref": "#/$defs/entries"},
          "host": {"$ref": "#/$defs/entries"},
          "server": {"$ref": "#/$defs/entries"},
          "verb": {"anyOf": [{"$ref": "#/$defs/verb"}, {
            "type": "array", "items": {"$ref": "#/$defs/verb"}}]},
          "statement": {"$ref": "#/$defs/entries"},
          "argument": {
            "type": "object", "minProperties": 1, "additionalProperties": {"anyOf": [
              {"type": ["string", "number", "boolean"]},
              {"type": "array", "minItems": 1,
               "items": {"type": ["string", "number", "boolean"]}}]}},
          "agent": {"$ref": "#/$defs/entries"},
          "model": {"$ref": "#/$defs/entries"},
          "attended": {"type": "boolean"},
          "subagent": {"type": "boolean"},
          "environment": {"anyOf": [{"$ref": "#/$defs/environment"},
            {"type": "array", "items": {"$ref": "#/$defs/environment"}}]},
          "risk": {"enum": ["low", "medium", "high", "critical"]},
          "stage": {"$ref": "#/$defs/entries"},
          "phase": {"$ref": "#/$defs/entries"}}}
      }
    }

    """
}

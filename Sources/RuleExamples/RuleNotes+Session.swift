// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var session: StaticString {
    """
    outside-scope
    = A session that is for one part of the project has no reason to change another.
    + --scope src/util; touch src/main.ts
    + --scope docs:tests; rm src/a.txt
    + --scope src; echo x > "$file"
    - --scope src/util; touch src/util/c.py
    - --scope src/util; cat src/main.ts
    - --scope docs; touch /tmp/notes
    risk-critical
    = What cannot be taken back in production is not left to an agent, whichever rule speaks of it.
    + risk; terraform destroy
    + risk; kubectl --context eu-prod delete ns web
    + risk; rm -rf ~
    - risk; ls src
    - risk; touch src/a.txt
    ~ risk; terraform apply
    risk-high
    = What others get to see, or what changes a service, is for a person to say.
    + risk; terraform apply
    + risk; git reset --hard
    + risk; kubectl -n dev delete pod web-1
    - risk; git status
    - risk; touch src/a.txt
    ~ risk; terraform destroy
    risk-low
    = A document can have people asked about everything.
    + risk low; ls src
    + risk low; cat README.md
    + risk low; git status
    - risk; ls src
    - risk; cat README.md
    - risk; git status
    risk-medium
    = A document can have people asked about all that changes something beyond the project.
    + risk medium; touch ~/notes
    + risk medium; cp README.md ~/a.md
    + risk medium; echo x > ~/new
    - risk medium; ls src
    - risk; touch ~/notes
    - risk medium; touch src/a.txt
    stage-asked
    = What a stage leaves to people needs their approval, and is denied where nobody can give it.
    + --stage pre-merge; git merge feature/y
    + --stage pre-merge; gh pr merge 7
    + --phase limited-write; git push origin HEAD:fix
    - --stage pre-merge; git fetch origin
    - --stage pre-merge; git log --merges
    - --phase limited-write; git commit -m 'docs: git push'
    stage-command
    = Where an agent only looks, a program that may do more has no place.
    + --stage requirement; git commit -m x
    + --stage requirement; make test
    + --phase read-only; git checkout -b fix
    - --stage requirement; git log --oneline -- docs
    - --stage requirement; grep -rn 'git commit' docs | head
    - --phase read-only; git diff HEAD~1
    stage-refused
    = A stage or phase that is not for operating leaves infrastructure, privileges and releases alone.
    + --stage verification; terraform apply
    + --stage pre-merge; npm publish
    + --phase scheduled-low-risk; git stash drop
    - --stage verification; terraform plan
    - --stage pre-merge; npm publish --dry-run
    - --phase scheduled-low-risk; git stash list
    stage-tool
    = Where an agent only looks it needs the tools for looking.
    + --stage requirement; Write(docs/a.md)
    + --phase read-only; mcp__db__query
    + --stage pull-request; mcp__tracker__close
    - --stage requirement; Read(docs/a.md)
    - --stage pull-request; Write(reports/a.md)
    - --stage verification; Write(docs/a.md)
    stage-write
    = A stage or phase says which files an agent may change; the others stay as they are.
    + --stage verification; touch src/main.ts
    + --stage pre-merge; sed -i s/a/b/ infra/prod/main.tf
    + --phase limited-write; rm src/a.txt
    - --stage verification; touch docs/new.md
    - --stage pre-merge; touch src/main.ts
    - --phase constrained-automation; touch src/main.ts
    """
  }
}

// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var opaque: StaticString {
    #"""
    run-from-sed
    = The e command and flag of sed run text as commands, which no reader expects of an editor.
    + sed 's/x/ls/e' README.md
    + sed '1e ls' README.md
    + sed -n '1e date' docs/guide.md
    - sed 's/x/ls/g' README.md
    - sed -n '1p' README.md
    - sed -e 's/e/E/' docs/guide.md
    steering-variable
    = Such a variable loads code into the next program, whatever that program is.
    + LD_PRELOAD=./x.so ls
    + BASH_ENV=./x.sh bash -c true
    + LD_AUDIT=./x.so ls
    - LC_ALL=C ls
    - DEBUG=1 make
    - echo LD_PRELOAD
    too-large
    = Beyond a bound a judgement would cost too much time, and padding must hide nothing.
    + eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval true
    + cat {a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}
    + a{1..400}b{1..400}c{1..400}
    - echo {1..20}
    - for i in 1 2 3; do echo "$i"; done
    - eval eval true
    unknown-code
    = Text that becomes code at run time can be any command.
    + bash -c "$script"
    + eval "$next"
    + python3 -c "$program"
    - bash -c 'echo hello'
    - script='echo hello'; eval "$script"
    - echo "$script"
    unknown-command
    = A program whose name comes from a variable or another command can be any program.
    + "$tool" --version
    + $(cat name.txt) build
    + ${RUNNER} test
    - tool=make; "$tool" all
    - make "$target"
    - $(echo ls) src
    unknown-piped-code
    = Whatever the first command prints is run unseen.
    + ./generate.sh | sh
    + make -n | bash
    + terraform-docs . | sh
    - make -n | less
    - echo 'ls src' | sh
    - git log --oneline | head
    unknown-script
    = A script that the same command writes from text that cannot be told may do anything.
    + make -s > run.sh; sh run.sh
    + make -n > steps.sh && bash steps.sh
    + sort README.md > x.sh; sh x.sh
    - echo 'ls src' > run.sh; sh run.sh
    - make -n > steps.txt && cat steps.txt
    - sh scripts/build.sh
    unparsable
    = What cannot be parsed cannot be judged, and a shell may still run part of it.
    + echo "open
    + if true; then echo x
    + (cat README.md
    - echo "closed"
    - if true; then echo x; fi
    - echo 'if then ( " is only text'
    unresolvable-path
    = A name that leads through too many links, or round in a ring, could be any file.
    + cat loop
    + head loop/x
    + cp loop copy.txt
    - cat README.md
    - ls loops
    - echo loop
    """#
  }
}

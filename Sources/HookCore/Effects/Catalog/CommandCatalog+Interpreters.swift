// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var interpreterTable: StaticString {
    """
    Rscript xp* -e=p
    bun xp* -e=p
    deno p*
    julia xp* -e=p
    lua xp* -e=p
    node xp* -e,--eval,-p,--print=p -r,--require=p
    nodejs &node
    perl xp* -e,-E=pP -i?p -I=p
    php xp* -r=p -f=x
    pwsh p* -c,-Command=p -f,-File=x
    python xp* -c=p -m=p -W,-X=p
    python2 &python
    python3 &python
    ruby xp* -e=p -r=p -I=p
    swift p*
    tclsh xp*
    ts-node xp* -e=p
    """
  }
}

// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var interpreterTable: StaticString {
    """
    R xu* -e=E --version!? -q,--slave,--vanilla,--no-save,--quiet %other
    Rscript xp* -e=E -v,--version!? %other
    awk Er* -F=p -v,--assign=u -f,--file=xP -e,--source=E -i=x %awk
    bun xu* -e,--eval=E -p,--print=Ep --env-file=r -r,--require,--preload=x -v,--version!? %javascript
    elixir xu* -e,--eval=E -r=x %other
    erl p* -eval=E -s=p -noshell %other
    expect xu* -c=E %other
    gawk &awk
    ghc u* -e=E %other
    gnuplot xu* -e=E %other
    groovy xu* -e=E %other
    iex &elixir
    ipython &python
    irb &ruby
    jruby &ruby
    jshell xu* %other
    julia xu* -e,--eval=E -E,--print=E -v,--version!? %other
    kotlin xu* -e=E %other
    lua xu* -e=E -l=p -v!? %lua
    luajit &lua
    m4 xu* -D,-U,-I=p %other
    mawk &awk
    nawk &awk
    node xu* -e,--eval=E -p,--print,-pe=Ep -r,--require,--import,--loader=u --env-file,--env-file-if-exists=r --input-type=p -c,--check!n -v,--version!? -h,--help!? --test!n --run!n %javascript
    nodejs &node
    octave xu* --eval=E %other
    osascript xu* -e=E -l=p %other
    perl xu* -e,-E=E -i?pi -I=p -M,-m=p -F?p -v,--version!? -c!n %perl
    php xu* -r=E -f=x -S=pS -t=s -d=p -v,--version!? -l!n -m!? -i!i @i:print-environment-in-code ~S:s %php
    powershell &pwsh
    pwsh xu* -c,-Command=E -f,-File=x -EncodedCommand,-encodedcommand,-enc,-ec,-e!e @e:decoded-code %other
    pypy &python
    python xu* -c=E -W,-X=p -V,--version!? -h,--help!? %python
    python/SimpleHTTPServer p* ~s @serve-files
    python/dotenv &dotenv
    python/http.server p* -d,--directory=s -b,--bind=p -h,--help!? ~s
    python/pdb xu* -c=E %python
    python/pip &pip
    python/pyftpdlib p* ~s @serve-files
    python/pytest p*
    python/tarfile us* -c,--create,-e,--extract,-l,--list
    python/timeit E -s,--setup=E -n,-r,-u=p %python
    python/venv p*
    ruby xu* -e=E -i?pi -r=p -I=p -C=p -v,--version!? -c!n -run!nl %ruby @l:listen
    runghc xu* -e=E %other
    runhaskell &runghc
    scala xu* -e=E %other
    swift /
    tclsh xu* %other
    ts-node xu* -e,--eval=E -p,--print=Ep -v,--version!? %javascript
    tsx xu* -e,--eval=E -p,--print=Ep -v,--version!? watch!n %javascript
    """
  }
}

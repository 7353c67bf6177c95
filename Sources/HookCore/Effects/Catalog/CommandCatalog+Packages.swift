// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var packageTable: StaticString {
    """
    apk /
    apk/add p* --allow-untrusted!u @u:install-unverified @=./:install-local-archive @=http::install-from-url @=https::install-from-url
    apt /
    apt-get /
    apt-get/install &apt/install
    apt/install p* -t=p -o=p @=./:install-local-archive @=/:install-local-archive @=http::install-from-url @=https::install-from-url
    aptitude /
    aptitude/install &apt/install
    asdf /
    asdf/exec c
    brew /
    brew/install p* @=http::install-from-url @=https::install-from-url @=./:install-local-archive @=/:install-local-archive
    bundle /
    bundle/config p*
    bundle/exec c
    bunx &npx
    cargo /
    cargo/install p* --git=ph --path=p --version=p --features=p @h:install-from-git @=/:install-local-archive @=../:install-local-archive
    cargo/login p*
    cargo/owner p* @publish-crate
    cargo/publish p* -n,--dry-run!n @!n:publish-crate
    cargo/run u* -p,--package,--bin,--example,--features,--manifest-path=p
    cargo/yank p* @publish-crate
    composer /
    composer/global p*
    composer/install p*
    composer/require p* --repository=ph @h:install-from-other-index
    conda /
    conda/install p* -n=p -c,--channel=ph @=http::install-from-other-index @=https::install-from-other-index
    conda/run c -n,--name,-p,--prefix=p
    dart /
    dart/pub p* -n,--dry-run!n @!n=publish:publish
    del-cli d* -f
    deno /
    deno/eval E %javascript -p,--print!p
    deno/install p* -n,--name=p @=http::install-from-url @=https::install-from-url
    deno/publish p* --dry-run!n @!n:publish
    deno/run xu* --env-file?r --allow-read?p --allow-net?p -c=p @=http::install-from-url @=https::install-from-url %javascript
    deno/task p*
    direnv /
    direnv/exec uc
    direnv/export p* @print-environment
    dnf /
    dnf/install &apt/install
    dnf/localinstall &yum/localinstall
    dotnet /
    dotnet/nuget p* @=push:publish
    dotnet/run p*
    flatpak /
    flatpak/install p* @=http::install-from-url @=https::install-from-url @=./:install-local-archive
    flutter /
    gem /
    gem/install p* -s,--source=ph -v,--version=p @h:install-from-other-index @=http::install-from-url @=https::install-from-url @=./:install-local-archive @=/:install-local-archive
    gem/push p* @publish
    gem/specific_install p* @install-from-git
    go /
    go/get p*
    go/install p*
    go/run p*
    gradle p* -p,-b,-c,-P=p @=publish!ToMavenLocal:publish-jvm @=flywayClean:clear-data-store
    gradlew &gradle
    helm/push p* @publish
    hex /
    mamba &conda
    mise /
    mise/exec c
    mise/x c
    mix /
    mix/hex.publish p* @publish
    mvn p* -f,-s,-P,-pl=p @=deploy!:help:publish-jvm @=flyway:clean:clear-data-store @=liquibase:dropAll:clear-data-store
    mvnw &mvn
    nix /
    nix-env p* -f=p @=http:install-from-git
    nix-shell p* --run,--command=C -p,--packages=p
    nix/run p* @=github::install-from-git @=git+:install-from-git @=http::install-from-url @=https::install-from-url
    nix/shell p* -c,--command=C
    npm / --prefix,-w,--workspace,-C=p
    npm/access p*
    npm/add &npm/install
    npm/ci p*
    npm/config /p* -l,--long!l @=_auth:print-registry-token @=//:print-registry-token @l:print-registry-token
    npm/exec &npx
    npm/i &npm/install
    npm/install p* --prefix,-w,--registry=p -g,--global -D,-S,--save-dev @=http::install-from-url @=https::install-from-url @=git::install-from-git @=github::install-from-git @=gitlab::install-from-git @=bitbucket::install-from-git @=git+:install-from-git @=./:install-local-archive @=../:install-local-archive @=/:install-local-archive @=@anthropic-ai/claude-code@!latest:start-unprotected
    npm/publish p* --dry-run!n @!n:publish-npm
    npm/remove &npm/uninstall
    npm/rm &npm/uninstall
    npm/token p* @=create:print-registry-token
    npm/uninstall p* @=@anthropic-ai/claude-code:stop-client
    npm/unpublish p* @unpublish
    npm/x &npm/exec
    npx c -c,--call=C -p,--package=p -y,--yes @=http::install-from-url @=https::install-from-url @=git+:install-from-git @=github::install-from-git
    nuget /
    nuget/push p* @publish
    nvm p*
    pacman p* -U,--upgrade!u @u:install-local-archive
    pdm /
    pdm/add &pip/install
    pdm/run c
    pip /
    pip/config /p* @=list:print-registry-token @=get:print-registry-token @=debug:print-registry-token
    pip/download p* -r=u -d=w @=http::install-from-url @=https::install-from-url
    pip/freeze p*
    pip/install p* -r,--requirement=u -c,--constraint=u -i,--index-url,--extra-index-url=nh -f,--find-links=ph -t,--target=p -e,--editable=p --proxy=p @h:install-from-other-index @=http::install-from-url @=https::install-from-url @=git+:install-from-git @=ssh::install-from-git
    pip/uninstall p* -r=u
    pip3 &pip
    pipenv /
    pipenv/install &pip/install
    pipenv/run c
    pipx /
    pipx/install p* --spec=p --pip-args=p -i,--index-url=ph @h:install-from-other-index @=http::install-from-url @=https::install-from-url @=git+:install-from-git
    pipx/run pu* --spec=ph --pip-args=p @h:install-from-git
    pnpm /
    pnpm/add &npm/install
    pnpm/dlx &npx
    pnpm/exec c
    pnpm/i &npm/install
    pnpm/install &npm/install
    pnpm/publish p* --dry-run!n @!n:publish-npm
    pnpx &npx
    pod /
    pod/trunk p* @=push:publish
    poetry /
    poetry/add &pip/install
    poetry/publish p* --dry-run!n @!n:publish-python
    poetry/run c
    pyenv /
    pyenv/exec c
    rbenv /
    rbenv/exec c
    rimraf d* -g!g --!R
    rpm p* -i,--install!i -U,--upgrade!i -F,--freshen!i -e,--erase!i -E,--eval=p -q!q --root=p @i!q:install-local-archive
    rustup p*
    sbt p* @=publish:publish-jvm
    snap /
    snap/install p* --dangerous!d @d:install-unverified
    trash-put d* -r!R
    twine /
    twine/upload u* @publish-python
    uv /
    uv/add &pip/install
    uv/pip /
    uv/pip/install &pip/install
    uv/publish p* --dry-run!n @!n:publish-python
    uv/run c --env-file=r --with=ph -p,--python=p --directory,--project=p -m,--module=p
    uv/tool /
    uv/tool/install &pip/install
    uv/tool/run &uvx
    uvx c --from=p --with=p @=git+:install-from-git @=https::install-from-url @=http::install-from-url @=./:install-local-archive @=/:install-local-archive
    vsce /
    vsce/publish p* @publish
    yarn /
    yarn/add &npm/install
    yarn/dlx &npx
    yarn/exec c
    yarn/publish p* @publish-npm
    yum /
    yum/install &apt/install
    yum/localinstall p* @install-local-archive
    zypper /
    zypper/install &apt/install
    """
  }
}

// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var packageTable: StaticString {
    """
    apt /
    apt-get /
    brew /
    bundle /
    cargo /
    cargo/publish p* --dry-run!n @!n:publish
    cargo/yank p* @publish
    composer /
    gem /
    gem/push p* @publish
    go /
    npm /
    npm/publish p* --dry-run!n @!n:publish
    npm/unpublish p* @publish
    pip /
    pip3 &pip
    pnpm /
    pnpm/publish p* --dry-run!n @!n:publish
    poetry /
    poetry/publish p* --dry-run!n @!n:publish
    twine /
    twine/upload u* @publish
    uv /
    uv/publish p* @publish
    yarn /
    yarn/publish p* @publish
    """
  }
}

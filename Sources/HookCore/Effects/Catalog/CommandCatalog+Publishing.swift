// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var publishingTable: StaticString {
    """
    add-apt-repository u* @install-from-other-index
    apt-key u* @=add:install-from-git
    brew/tap u* @=http:install-from-git @=git@:install-from-git
    bun/add &npm/install
    bun/i &npm/install
    bun/install &npm/install
    bun/publish u* @publish
    changeset u* @=publish:publish
    crane u* @=push:publish @=copy:publish @=delete:delete-in-cloud @=tag:publish
    docker/manifest u* @=push:publish
    docker/push u* @publish
    eas u* @=submit:publish --auto-submit!s @s:publish @=update:publish
    expo u* @=publish:publish
    fab u* @=deploy:deploy
    fastlane u* @=deliver:publish @=release:publish @=supply:publish @=pilot:publish @=upload:publish @=beta:publish
    flit u* @=publish:publish
    gem/owner u* @publish
    gem/sources u* -a,--add!a @a:install-from-other-index
    gem/yank u* @publish
    gh/release/edit u* @publish
    goreleaser /u*
    goreleaser/release u* --snapshot,--skip-publish!s @!s:publish
    hatch u* @=publish:publish
    helm/del &helm/uninstall
    helm/repo u* @=add:install-from-git
    ko u* @=apply:kubectl-apply @=publish:publish @=build:publish
    lerna u* @=publish:publish
    mina u* @=deploy:deploy
    nix/profile u* @=github::install-from-git @=git+:install-from-git @=http::install-from-url
    np u* @publish
    npm/config/list &npm/config/ls
    npm/config/ls u* -l,--long!l @l:print-registry-token
    npm/config/set u* @=registry:install-from-git @=script-shell:install-from-git @=prefix:install-from-git @=globalconfig:install-from-git @=//:change-cloud
    npm/deprecate u* @publish-npm
    npm/dist-tag u* @=add:publish-npm @=rm:publish-npm
    npm/owner u* @=add:publish-npm @=rm:publish-npm
    npm/set &npm/config/set
    nx u* @=release:publish @=publish:publish
    oras u* @=push:publish @=copy:publish
    ovsx u* @=publish:publish
    pdm/publish u* @publish
    pip/config/set u* @=global.index-url:install-from-git @=global.extra-index-url:install-from-git @=install.index-url:install-from-git @=global.trusted:install-from-git
    pnpm/config &npm/config
    python/twine &twine
    release-it u* @publish
    semantic-release u* --dry-run,-d!n @!n:publish
    skopeo u* @=copy:publish @=delete:delete-in-cloud @=sync:publish
    xcrun /u*
    xcrun/altool u* --upload-app,--upload-package,--notarize-app!u @u:publish
    xcrun/notarytool u* @=submit:publish
    yarn/config /u*
    yarn/config/set u* @=registry:install-from-git @=npmRegistryServer:install-from-git @=yarnPath:install-from-git
    yarn/npm u* @=publish:publish-npm
    """
  }
}

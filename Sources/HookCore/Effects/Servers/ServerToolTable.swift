// SPDX-License-Identifier: MIT

/// Tools of well-known servers whose names do not say what they do, or that one rule judges.
///
/// ```
/// merge_pull_request write merge-pull-request
/// ```
///
/// One line a tool, sorted: its name as `ServerToolName` writes it, its class (`statement` where
/// the statement that it is given decides), and the action that it performs. `<program` puts a
/// program before the command that it is given; `?name` says that the class is destructive, and the
/// action performed, only where the argument `name` is empty. Tools are found by their own name alone: what a
/// server is called is up to whoever configures it.
enum ServerToolTable {
  static var text: StaticString {
    """
    actions_run_trigger write run-workflow
    add_observations write
    api_delete_a_block write
    apply_migration statement
    browser_close read
    browser_console_messages read
    browser_handle_dialog write
    browser_hover read
    browser_install write
    browser_navigate read
    browser_navigate_back read
    browser_network_requests read
    browser_resize read
    browser_snapshot read
    browser_tabs read
    browser_take_screenshot read
    browser_wait_for read
    call_aws write
    cleanup destructive
    create_or_update_file write push-protected
    delete_branch destructive
    delete_entities write
    delete_file destructive push-protected
    delete_many write ?filter clear-data-store
    delete_memory write
    delete_observations write
    delete_pending_pull_request_review write
    delete_project destructive delete-in-cloud
    delete_relations write
    delete_repository destructive delete-on-git-host
    deploy_edge_function write deploy
    deploy_to_vercel write deploy
    directory_tree read
    drop_collection destructive clear-data-store
    drop_database destructive drop-database
    drop_index write
    execute_postgresql statement
    execute_query statement
    execute_sql statement
    execute_terraform_command write <terraform
    explain_query read
    flushall destructive clear-data-store
    flushdb destructive clear-data-store
    get_secret read print-platform-secret
    get_secret_value read print-cloud-secret
    get_secrets read print-platform-secret
    git_branch read
    git_reset write
    helm_install write helm-install
    helm_uninstall destructive helm-uninstall
    install_helm_chart write helm-install
    kubectl_apply write kubectl-apply
    kubectl_create write kubectl-apply
    kubectl_delete destructive kubectl-delete
    kubectl_generic write <kubectl
    kubectl_get read print-cluster-secret
    kubectl_patch write kubectl-apply
    kubectl_rollout write kubectl-apply
    kubectl_scale write kubectl-scale
    merge_branch write
    merge_merge_request write merge-pull-request
    merge_pull_request write merge-pull-request
    mysql_query statement
    node_management write kubectl-node
    open_nodes read
    pods_delete destructive kubectl-delete
    pods_exec write
    pods_run write kubectl-run
    puppeteer_hover read
    puppeteer_navigate read
    puppeteer_screenshot read
    push_files write push-protected
    query statement
    read_query statement
    read_secret read print-platform-secret
    reset_branch destructive
    resolve_library_id read
    resources_create_or_update write kubectl-apply
    resources_delete destructive kubectl-delete
    resources_get read print-cluster-secret
    resources_scale write kubectl-scale
    run_query statement
    run_sql statement
    run_sql_transaction statement
    run_workflow write run-workflow
    sequentialthinking read
    uninstall_helm_chart destructive helm-uninstall
    update_many write ?filter clear-data-store
    upgrade_helm_chart write helm-install
    write_query statement
    """
  }

  /// What is known of a tool.
  struct Entry {
    /// Nil where the statement that it is given decides.
    let verb: VerbClass?
    let action: Action?
    /// What stands before the command that it is given.
    let program: CatalogText?
    /// The argument without which all there is would be meant.
    let filter: CatalogText?
  }

  static func entry(_ tool: [UInt8]) -> Entry? {
    guard let line = CatalogText(text).line(named: tool) else { return nil }
    var columns = line.split(0x20)
    _ = columns.next()
    let word = columns.next() ?? ""
    var action: Action?
    var program: CatalogText?
    var filter: CatalogText?
    while let column = columns.next() {
      if column[0] == 0x3C {
        program = column.slice(1, column.count)
      } else if column[0] == 0x3F {
        filter = column.slice(1, column.count)
      } else {
        action = Action(rawValue: column)
      }
    }
    return Entry(
      verb: VerbClass(word: word.bytes), action: action, program: program, filter: filter)
  }
}

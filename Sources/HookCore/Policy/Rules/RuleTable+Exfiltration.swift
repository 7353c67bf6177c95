// SPDX-License-Identifier: MIT

extension RuleTable {
  static var exfiltration: StaticString {
    """
    export-data ask send-data exporting a database to storage elsewhere: | ask the user
    listen ask - opening a connection that others can use: | ask the user
    open-tunnel ask listen opening this machine to the internet: | ask the user
    send-mail ask send-data sending mail with | ask the user to send it
    send-over-http ask send-data sending data out with | ask the user to approve what is sent and where
    send-raw ask send-data sending data over a bare connection: | ask the user to approve what is sent and where
    send-secret deny - sending a secret to | leave it out, or ask the user to send it themselves
    serve-files ask listen serving files to others: | bind it to 127.0.0.1 by a program that the project has, or ask the user
    share-file ask send-data handing a file to a sharing service: | ask the user to share it
    """
  }
}

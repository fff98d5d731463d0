// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// The web application is another program, so that whoever does not want it need not build a server.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open a firm's folder in the browser, to plan in.",
        usage: "muster serve <folder> [<options>]",
        discussion: """
            Opens the scenarios of a folder on this machine: a board on which projects are moved, people hired and leave \
            marked, with the plan made anew each time; what was tried is saved as a change file, checked and committed.

              muster serve firm/
              muster serve firm/ --bind 0.0.0.0 --passwords people.txt --host plan.example.org

            The script `muster` at the top of the source tree builds and starts the program `muster-serve`, which \
            `muster serve --help` tells all about.

            Exit status: that of `muster-serve`; 3 where this program was started by itself.
            """)

    @Argument(parsing: .allUnrecognized, help: "What `muster-serve` takes.")
    var arguments: [String] = []

    func run() throws {
        Terminal.complain(
            "muster: `serve` is a program of its own: start it by the script `muster` at the top of the source tree, or "
                + "build it by `MUSTER_WEB=1 swift build -c release --product muster-serve`")
        throw Status.failure
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What goes into a pipe or a file is plain text of at most 80 columns.
@Suite("Layout of reports")
struct LayoutTests {
    static let views: [[String]] =
        [
            ["plan"], ["plan", "--people"], ["plan", "--projects"], ["plan", "--weeks"], ["check", "--all"],
            ["compare"], ["tasks"],
            ["sweep", "--draws", "2"],
        ]
        + ["skill", "role", "office"].flatMap { by in
            ["week", "month", "quarter"].map { ["forecast", "--by", by, "--per", $0] }
        }

    @Test(arguments: WrittenFilesTests.scenarios)
    func fits80ColumnsWithoutColours(_ scenario: String) async throws {
        for view in Self.views {
            let base = WrittenFilesTests.base(scenario)
            let run = try await Program.run(view + (view == ["compare"] ? [base, base] : [base]))
            #expect(run.status < 2)
            #expect(!run.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
            #expect(run.output.hasSuffix("\n"))
            #expect(!run.output.hasSuffix("\n\n"))
            for line in run.output.split(separator: "\n") {
                // None of these firms has wide characters.
                #expect(line.count <= 80, "\(view): \(line)")
                #expect(!line.hasSuffix(" "), "\(view): \(line)")
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Testing

/// Numbers in a page are those of the JSON, which is read here as any other program would.
@Suite("Pages say what the JSON says")
struct PageNumbersTests {
    private struct PlanJSON: Decodable {
        struct Assignment: Decodable {
            let person: String
            let weeks: [String: Double]
        }
        let summary: [String: Double?]
        let assignments: [Assignment]
    }

    /// The sum of somebody's bookings in a week, and what the last line of the cell's hint says: `25.6 of 32 h`.
    @Test func heatMapsAddUpToTheBookings() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let file = scratch.url.appending(path: "plan.html").path
        let run = try await Program.run(["plan", "Scenarios/studio/base.yaml", "--json", "--html", file])
        #expect(run.status == 0 && run.errors == "")
        let plan = try JSONDecoder().decode(PlanJSON.self, from: Data(run.output.utf8))
        let page = try markup(try String(contentsOfFile: file, encoding: .utf8))
        let map = try #require(page.all("table").first { $0.hasClass("heat") })
        let weeks = map.all("thead")[0].all("tr")[1].all("th").dropFirst().map(\.text)
        let rows = map.all("tbody").flatMap { $0.all("tr") }.filter { !$0.all("button").isEmpty }
        #expect(rows.count == 12 && weeks.count == 26)
        let names = ["Ana Duarte": "ana", "Ben Okafor": "ben", "Elif Yıldız": "elif", "Jonas Brandt": "jonas"]
        for row in rows {
            guard let id = names[row.all("button")[0].text] else { continue }
            for (week, cell) in zip(weeks, row.all("td")) {
                let load = plan.assignments.filter { $0.person == id }
                    .reduce(0) { $0 + ($1.weeks["2026-\(week)"] ?? 0) }
                guard let hint = cell.attributes["title"]?.split(separator: "\n").last else {
                    #expect(abs(load) < 0.001, "\(id) \(week)")
                    continue
                }
                let said = hint.split(separator: " ").first.flatMap { Double($0) }
                #expect(abs((said ?? 0) - load) <= 0.051, "\(id) \(week): \(hint), \(load)")
            }
        }
        let tiles = page.all("dl").first { $0.hasClass("tiles") }?.children.map(\.text) ?? []
        let coverage = try #require(plan.summary["demanded hours"] ?? nil)
        #expect(tiles.first == "demand\(grouped(coverage)) h")
    }

    /// Each process hashes by a seed of its own.
    @Test func twoRunsWriteTheSameBytes() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let studio = "Scenarios/studio/base.yaml"
        for name in ["one", "two"] {
            let folder = scratch.url.path
            let plan = try await Program.run([
                "report", "html", studio, "--by", "office", "--out", "\(folder)/plan-\(name).html",
            ])
            let compared = try await Program.run([
                "compare", studio, "Scenarios/studio/apollo-slips.yaml", "--frontier", "moves", "--html",
                "\(folder)/compare-\(name).html",
            ])
            #expect(plan.status == 0 && compared.status == 0, "\(plan.errors)\(compared.errors)")
        }
        for page in ["plan", "compare"] {
            #expect(try scratch.text("\(page)-one.html") == scratch.text("\(page)-two.html"))
        }
    }

    /// The parser of another project, which follows the standard; nothing where it is not installed.
    @Test func anIndependentParserFindsNoFault() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let folder = scratch.url.path
        let script = """
            cd "\(Program.repository.path)" && muster plan Scenarios/everything/base.yaml --quiet --html "\(folder)/plan.html" &&
            muster compare Scenarios/studio/base.yaml Scenarios/studio/apollo-slips.yaml --attribute \
                --html "\(folder)/compare.html" > "\(folder)/compare.txt" &&
            muster forecast Scenarios/lawyers/base.yaml --html "\(folder)/forecast.html" > "\(folder)/forecast.txt" &&
            $([ -x .venv/bin/python ] && echo .venv/bin/python || echo python3) \
                Tests/Markup/validate-pages "\(folder)/plan.html" "\(folder)/compare.html" "\(folder)/forecast.html"
            """
        let run = try await Program.shell(script)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }

    private struct ForecastJSON: Decodable {
        struct Row: Decodable {
            struct Cell: Decodable {
                let period: String
                let capacity: Double
                let confirmed: Double
                let weighted: Double
                let exposure: Double
            }
            let key: String
            let periods: [Cell]
        }
        let rows: [Row]
    }

    @Test func forecastsAreTheSame() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let file = scratch.url.appending(path: "forecast.html").path
        let run = try await Program.run([
            "forecast", "Scenarios/studio/base.yaml", "--per", "month", "--json", "--html", file,
        ])
        #expect(run.status == 0)
        let forecast = try JSONDecoder().decode(ForecastJSON.self, from: Data(run.output.utf8))
        let table = try markup(try String(contentsOfFile: file, encoding: .utf8)).element(id: "by-skill")?.all("table")[
            0]
        var shown: [String: [[String]]] = [:]
        var key = ""
        for row in table?.all("tbody")[0].all("tr") ?? [] {
            if row.hasClass("head") { key = row.text } else { shown[key, default: []].append(row.children.map(\.text)) }
        }
        #expect(shown.count > 10)
        for row in forecast.rows {
            guard let lines = shown[row.key] else { continue }
            #expect(lines.count == row.periods.count)
            for (line, cell) in zip(lines, row.periods) {
                #expect(
                    line.prefix(5) == [
                        cell.period, tenths(cell.capacity), tenths(cell.confirmed), tenths(cell.weighted),
                        tenths(cell.exposure),
                    ])
            }
        }
    }

    private struct ComparisonJSON: Decodable {
        struct Scenario: Decodable {
            let label: String
            let figures: [String: Double?]
            let difference: [String: Double?]?
        }
        let scenarios: [Scenario]
    }

    @Test func comparisonsAreTheSame() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let file = scratch.url.appending(path: "compare.html").path
        let run = try await Program.run([
            "compare", "Scenarios/studio/base.yaml", "Scenarios/studio/apollo-slips.yaml", "--attribute", "--json",
            "--html", file,
        ])
        #expect(run.status == 0)
        let json = try JSONDecoder().decode(ComparisonJSON.self, from: Data(run.output.utf8))
        let page = try markup(try String(contentsOfFile: file, encoding: .utf8))
        let rows = page.element(id: "figures")?.all("tbody")[0].all("tr").map { $0.children.map(\.text) } ?? []
        for (title, name) in ["revenue, EUR": "revenue", "worth, EUR": "worth", "margin, EUR": "margin"] {
            let row = try #require(rows.first { $0[0] == title })
            let figures = json.scenarios.map { grouped(($0.figures[name] ?? nil) ?? 0) }
            #expect(Array(row[1...2]) == figures)
            let difference = (json.scenarios[1].difference?[name] ?? nil) ?? 0
            #expect(row[3] == (difference > 0 ? "+" : "") + grouped(difference))
        }
        // The waterfall begins with the worth of the base and ends with that of the what-if.
        let bars = page.element(id: "attribution")?.all("text").map(\.text) ?? []
        let worth = json.scenarios.map { grouped(($0.figures["worth"] ?? nil) ?? 0) }
        #expect(bars[1] == worth[0] && bars.contains(worth[1]))
    }

    private struct ProfitJSON: Decodable {
        struct Row: Decodable {
            let name: String
            let revenue: Double
            let margin: Double
        }
        let rows: [Row]
    }

    @Test func moneyIsTheSame() async throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let script = """
            cd "\(Program.repository.path)" && export USER=nina MUSTER_LEDGER="\(scratch.url.path)/month.ledger" &&
            export MUSTER_NOW=2026-01-05T08:00:00Z && muster ledger init Scenarios/month/base.yaml &&
            muster plan Scenarios/month/base.yaml --quiet --out "\(scratch.url.path)/plan.json" &&
            muster commit "\(scratch.url.path)/plan.json" Scenarios/month/base.yaml &&
            export MUSTER_NOW=2026-02-16T08:00:00Z &&
            muster time import Scenarios/month/base.yaml Scenarios/month/time.csv &&
            muster time approve --from 2026-01-05 --through 2026-02-15 && muster exchange SEK 0.0893 --on 2026-01-02 &&
            muster report html Scenarios/month/base.yaml --out "\(scratch.url.path)/all.html" &&
            muster report html Scenarios/month/base.yaml --no-money --out "\(scratch.url.path)/plan.html" &&
            muster report html Scenarios/month/base.yaml --client museu --out "\(scratch.url.path)/client.html" &&
            muster report profit Scenarios/month/base.yaml --from 2026-01 --json > "\(scratch.url.path)/profit.json"
            """
        let run = try await Program.shell(script)
        #expect(run.status == 0, "\(run.errors)")
        let profit = try JSONDecoder().decode(
            ProfitJSON.self, from: try Data(contentsOf: scratch.url.appending(path: "profit.json")))
        let page = try markup(try scratch.text("all.html"))
        let rows = page.element(id: "profit")?.all("tbody").last?.all("tr").map { $0.children.map(\.text) } ?? []
        #expect(rows.count == profit.rows.count && rows.count > 3)
        for (row, item) in zip(rows, profit.rows) {
            #expect([row[0], row[1], row[6]] == [item.name, grouped(item.revenue), grouped(item.margin)])
        }
        #expect(try markup(try scratch.text("plan.html")).element(id: "profit") == nil)
        #expect(try markup(try scratch.text("client.html")).all("h1")[0].text == "Museu do Azulejo")
    }

    /// `12,345`, `-7`: rounded to the nearest, halves away from zero.
    private func grouped(_ number: Double) -> String {
        var digits = String(Int(number.magnitude.rounded(.toNearestOrAwayFromZero)))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number <= -0.5 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// Hours: to a tenth below a thousand, whole above.
    private func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded(.toNearestOrAwayFromZero))
        if tenths % 10 == 0 || abs(tenths) >= 10_000 { return grouped(number) }
        return "\(tenths / 10).\(tenths % 10)"
    }
}

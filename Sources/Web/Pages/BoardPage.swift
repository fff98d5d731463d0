// SPDX-License-Identifier: GPL-3.0-or-later

internal import Charts
internal import Explanation
internal import Outlook
internal import Pages
internal import Planning
internal import Reports
internal import ScenarioFiles
internal import Staffing
internal import Verification

extension Site {
    /// The board: what is planned, what changes, when projects run, who is how full, what is at risk.
    func board(_ visit: Visit, _ query: Form) async throws -> WebPage {
        var page = WebPage("Board", at: ["board"], visit, live: true)
        guard let scene = try await scene(visit, &page) else { return page }
        let grouping = HeatMap.Grouping(rawValue: query["by"]) ?? .role
        page.add("standing", Standing.html(scene, visit, then: "/board"))
        if visit.may(.plan) {
            page.add(
                "change",
                HTML("section", .id("change")) {
                    HTML("h2", text: "What if")
                    ChangeForms.html(scene, visit, then: "/board")
                })
        }
        page.add("timeline", TimelineBoard.html(scene, visit, all: query["projects"] == "all", then: "/board"))
        page.add(
            kept.part("heat \(grouping) \(visit.may(.plan)) \(scene.plan)") {
                var heat = HeatMap(of: scene.shown, by: grouping)
                heat.hasLinks = visit.may(.plan)
                return WebPage.Part(heat.section.id, heat.section.html)
            })
        page.add(
            kept.part("alerts \(visit.may(.seeMoney)) \(scene.plan)") {
                WebPage.Part("alerts", AlertList.html(scene.alerts, scene.firm, visit))
            })
        return page
    }

    /// What is on the visitor's desk; nil where its files are wrong, which the page then says.
    func scene(_ visit: Visit, _ page: inout WebPage) async throws -> Scene? {
        do {
            let desk = try visit.desk(self)
            let scene = try await desk.scene()
            page.state = await desk.state()
            return scene
        } catch let error where !(error is Refused) {
            page.add(
                "wrong",
                HTML("section", .id("wrong")) {
                    HTML("h2", text: "The files cannot be read")
                    HTML("p", text: "Put them right: the page follows.")
                    HTML("pre", .class("problems"), text: "\(error)")
                })
            return nil
        }
    }
}

/// What is open, how it stands, and what the draft changes.
enum Standing {
    static func html(_ scene: Scene, _ visit: Visit, then: String) -> HTML {
        HTML("section", .id("standing")) {
            HTML("p", .class("lead")) {
                HTML("strong", text: scene.base.scenario.firm.name)
                HTML("span", .class("quiet"), text: " \(scene.base.file), \(state(scene))")
            }
            HTML("p", .id("progress"), .class("note"), text: progress(scene))
            if let problem = scene.problem { HTML("p", .class("bad"), .role("alert"), text: problem) }
            for note in scene.base.notes { HTML("p", .class("note"), text: note) }
            tiles(scene, visit)
            if scene.isDraft { DraftList.html(scene.draft, visit, then: then) }
        }
    }

    /// How far the plan has come, and how good it is.
    private static func state(_ scene: Scene) -> String {
        if scene.isSolving {
            return "planning the change…"
        }
        switch scene.search {
        case .found(let found): return "whole bookings, " + quality(found.planned.plan.certificate)
        case .searching: return "shares of people; whole bookings are being searched"
        case .failed(let why): return "shares of people; there are no whole bookings: \(why)"
        case nil: return "shares of people, " + quality(scene.shown.plan.certificate)
        }
    }

    private static func progress(_ scene: Scene) -> String {
        var progress = scene.progress
        if case .searching(let search)? = scene.search, !scene.isSolving { progress = search }
        return progress.map { ProgressWords.text($0, in: scene.firm.currency) } ?? ""
    }

    private static func quality(_ certificate: Certificate) -> String {
        switch certificate.status {
        case .optimal: "the best there are"
        case .withinGap, .timeLimit, .interrupted:
            "within \(Numbers.gap(certificate.gap)) of the best possible"
        }
    }

    private struct Tile {
        let name: String
        let value: String
        let change: String
        /// Whether the change is welcome.
        let tone: String

        init(_ name: String, _ value: String, _ change: String = "", wish: Int = 0) {
            (self.name, self.value) = (name, value)
            let isNothing = ["", "0", "0 h"].contains(change)
            self.change = isNothing ? "" : change
            let sign = change.hasPrefix("-") ? -1 : 1
            tone = isNothing || wish == 0 ? "quiet" : sign == wish ? "good" : "bad"
        }
    }

    private static func tiles(_ scene: Scene, _ visit: Visit) -> HTML {
        let (before, after) = scene.compared ?? (scene.shown, scene.shown)
        let shown = scene.shown.figures
        let (old, new) = (before.figures, after.figures)
        let currency = scene.firm.currency
        let earnings = (old: old.earnings(.weighted), new: new.earnings(.weighted))
        var tiles = [
            Tile(
                "Demand filled", Numbers.percent(shown.coverage),
                Numbers.change(new.coverage.filled - old.coverage.filled) + " h", wish: 1),
            Tile(
                "Unfilled, h", Numbers.hours(shown.coverage.unfilled),
                Numbers.change(new.coverage.unfilled - old.coverage.unfilled), wish: -1),
            Tile(
                "Utilisation", Numbers.percent(shown.use.utilisation),
                points(old.use.utilisation, new.use.utilisation)),
            Tile("Bench, h", Numbers.hours(shown.use.bench), Numbers.change(new.use.bench - old.use.bench)),
            Tile(
                "Overtime, h", Numbers.hours(shown.use.overtime), Numbers.change(new.use.overtime - old.use.overtime)),
        ]
        if visit.may(.seeMoney) {
            let now = shown.earnings(.weighted)
            tiles += [
                Tile(
                    "Revenue, \(currency.code)", Numbers.money(now.revenue, in: currency),
                    Numbers.change(earnings.new.revenue - earnings.old.revenue, in: currency), wish: 1),
                Tile(
                    "Cost, \(currency.code)", Numbers.money(now.cost, in: currency),
                    Numbers.change(earnings.new.cost - earnings.old.cost, in: currency)),
                Tile(
                    "Margin, \(currency.code)", Numbers.money(now.margin, in: currency),
                    Numbers.change(earnings.new.margin - earnings.old.margin, in: currency), wish: 1),
            ]
        }
        return HTML("dl", .class("tiles")) {
            for tile in tiles {
                HTML("div") {
                    HTML("dt", text: tile.name)
                    HTML("dd") {
                        tile.value
                        if !tile.change.isEmpty { HTML("small", .class(tile.tone), text: " \(tile.change)") }
                    }
                }
            }
        }
    }

    /// Points of per cent.
    private static func points(_ old: Double?, _ new: Double?) -> String {
        guard let old, let new else { return "" }
        let tenths = Int(((new - old) * 1000).rounded())
        guard tenths != 0 else { return "" }
        return (tenths < 0 ? "-" : "+") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10) pt"
    }
}

/// The changes of a draft, each with a button that takes it out.
enum DraftList {
    static func html(_ draft: Draft) -> HTML {
        HTML("ol", .class("steps")) { for step in draft.steps { HTML("li", text: step.sentence) } }
    }

    static func html(_ draft: Draft, _ visit: Visit, then: String) -> HTML {
        HTML("div", .class("draft")) {
            HTML("h3", text: draft.steps.count == 1 ? "The draft: 1 change" : "The draft: \(draft.steps.count) changes")
            HTML("ol", .class("steps")) {
                for (index, step) in draft.steps.enumerated() {
                    HTML("li") {
                        step.sentence + " "
                        if visit.may(.plan) {
                            Forms.post(["draft", "remove"], visit, live: true) {
                                Forms.hidden("seen", "\(draft.version)")
                                Forms.hidden("step", "\(index)")
                                Forms.hidden("then", then)
                                Forms.button("Take out", label: "Take out: \(step.sentence)")
                            }
                        }
                    }
                }
            }
            if visit.may(.plan) {
                HTML("div", .class("bar")) {
                    HTML("a", .href(.path(["draft"])), text: "Look at it and save it")
                    Forms.post(["draft", "search"], visit, live: true) {
                        Forms.hidden("seen", "\(draft.version)")
                        Forms.hidden("then", then)
                        Forms.button("Search whole bookings")
                    }
                    Forms.post(["draft", "clear"], visit, live: true) {
                        Forms.hidden("seen", "\(draft.version)")
                        Forms.hidden("then", then)
                        Forms.button("Throw it away")
                    }
                }
            }
        }
    }
}

/// What a planner should see before anybody commits, without money where the visitor may not see it.
enum AlertList {
    static func html(_ alerts: [Alert], _ firm: Firm, _ visit: Visit) -> HTML {
        let mine = alerts.filter { visit.may(.seeMoney) || !isMoney($0) }
        let shown = mine.filter { $0.severity >= .warning }
        return HTML("section", .id("alerts")) {
            HTML("h2", text: "What needs looking at")
            HTML("p", .class("quiet"), text: CheckReport(of: mine, in: firm).headline(.plain))
            list(Array(shown.prefix(40)), firm)
            if shown.count > 40 {
                HTML("details") {
                    HTML("summary", text: "\(shown.count - 40) more")
                    list(Array(shown.dropFirst(40)), firm)
                }
            }
        }
    }

    private static func list(_ alerts: [Alert], _ firm: Firm) -> HTML {
        guard !alerts.isEmpty else { return .nothing }
        return HTML("ul", .class("alerts")) {
            for alert in alerts {
                let words = alert.words(in: firm)
                HTML("li", .class("alert \(alert.severity.rawValue)")) {
                    HTML("p") {
                        HTML("span", .class("tag"), text: alert.severity.rawValue)
                        words.message
                    }
                    HTML("p", .class("way"), text: words.advice)
                }
            }
        }
    }

    static func isMoney(_ alert: Alert) -> Bool {
        switch alert.kind {
        case .overBudget, .thinMargin, .loss: true
        case .notEmployed, .leaveClash, .contradictoryPins, .overbooked, .excluded, .unqualified, .notWon,
            .outsideDates, .lineOverpinned, .lineOverbooked, .bottleneck, .onlyHolder, .lateMilestone, .lateProject,
            .lateTask, .undoneTask, .unfilled, .milestoneAtRisk, .sustainedLoad, .contractEnds, .underTarget,
            .overTarget:
            false
        }
    }
}

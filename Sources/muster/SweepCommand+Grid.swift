// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import ScenarioFiles
import Staffing
import WhatIf

extension SweepCommand {
    /// The points of the grid that `--vary` spans; none where nothing is varied.
    func points(of firm: Firm) throws -> [Sweep.Point] {
        let variations = try vary.map { text in
            do throws(Variation.Malformed) {
                return try Variation(text)
            } catch {
                throw WrongInput(description: error.description)
            }
        }
        guard !variations.isEmpty else { return [] }
        guard Variation.count(variations, most: Sweep.mostScenarios / (draws ?? 1)) != nil else {
            throw WrongInput(description: "the grid has more than \(Sweep.mostScenarios) scenarios")
        }
        return try Variation.product(variations).map { values in
            let varied = try zip(variations, values).reduce(firm) { firm, item in
                try firm.varied(item.0.path, to: item.1)
            }
            return Sweep.Point(values: values, firm: varied)
        }
    }
}

extension Firm {
    /// With a project that starts so many weeks later, `projects.apollo.start` at `2w`, or earlier, `-2w`; or with any
    /// other value of a scenario file.
    fileprivate func varied(_ path: String, to value: String) throws -> Firm {
        let keys = path.split(separator: ".", omittingEmptySubsequences: false)
        guard keys.count == 3, keys[0] == "projects", keys[2] == "start" else {
            return try setting(value, at: path, named: "--vary")
        }
        guard value.hasSuffix("w"), let weeks = Int(value.dropLast()), abs(weeks) <= Horizon.mostWeeks else {
            throw WrongInput(description: "\(path) takes weeks, as in \(path)=0w..6w, not '\(value)'")
        }
        guard weeks != 0 else { return self }
        var varied = self
        do {
            try Delay(Identifier(String(keys[1])), weeks: weeks).apply(to: &varied)
        } catch {
            throw WrongInput(description: "\(path) cannot be \(value): \(error.what). \(error.advice)")
        }
        return varied
    }
}

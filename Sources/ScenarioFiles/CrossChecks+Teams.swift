// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Reading {
    /// Reports those who are their own mentors, and circles of people of whom each has one mentor only: they work together.
    func checkMentors(of firm: Firm) {
        var next: [Identifier<Person>: Identifier<Person>] = [:]
        for person in firm.people {
            if person.mentors.contains(person.id), let place = places[.person(person.id)] {
                report(.ownMentor(person.id.text), at: place)
            } else if person.mentors.count == 1 {
                next[person.id] = person.mentors[0]
            }
        }
        var seen: Set<Identifier<Person>> = []
        for person in firm.people {
            var chain: [Identifier<Person>] = []
            var at: Identifier<Person>? = person.id
            while let one = at, seen.insert(one).inserted {
                chain.append(one)
                at = next[one]
            }
            guard let last = at, let start = chain.firstIndex(of: last), let place = places[.person(last)] else {
                continue
            }
            report(.cyclicMentors(chain: (chain[start...] + [last]).map(\.text)), at: place)
        }
    }

    /// Notes needs that ask for somebody of a grade that nobody has: a bookable plan leaves them unfilled.
    func checkGrades(in firm: Firm) {
        var grades: [String] = []
        for case let grade? in firm.people.map(\.grade?.text) where !grades.contains(grade) { grades.append(grade) }
        for project in firm.projects {
            for line in project.lines {
                guard let place = places[.line(LineID(project.id, line.id))] else { continue }
                for quota in line.mix where quota.atLeast > 0 && !grades.contains(quota.grade.text) {
                    note(.gradeOfNobody(quota.grade.text, known: grades), at: place)
                }
            }
        }
    }
}

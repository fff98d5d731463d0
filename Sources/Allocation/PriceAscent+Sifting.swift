// SPDX-License-Identifier: GPL-3.0-or-later

/// Thousands of workers could do each of thousands of jobs, but few of them bring more than their time is worth elsewhere:
/// between looks at all options, only the best of each stretch are watched (partial pricing).
extension PriceAscent {
    /// The options that are watched, ascending: where there are not many, all.
    var watchedOptions: [Int] {
        (0..<layout.jobs).flatMap { job in
            (0..<Int(watched[job])).map { Int(order[layout.jobOption[job] + $0]) }
        }
    }

    /// Marks the options of a stretch whose present rates are the best; where teams have to be of certain people, all.
    func watchBest(_ places: Range<Int>, _ stretch: Int, _ job: Int) {
        guard places.count > PriceAscent.width, !layout.picky[job] else {
            for place in places { isWatched[Int(order[place])] = true }
            return
        }
        var count = 0
        for (index, place) in places.enumerated() where reach(Int(order[place]), stretch) > 0 {
            sifting[count] = rate[index]
            count += 1
        }
        let least = count > PriceAscent.width ? largest(PriceAscent.width, of: count) : -.infinity
        for (index, place) in places.enumerated() {
            let option = Int(order[place])
            let worker = Int(layout.optionWorker[option])
            if layout.accompanied[worker] || layout.needed[worker] || rate[index] >= least && reach(option, stretch) > 0
            {
                isWatched[option] = true
            }
        }
    }

    /// Puts the marked options of a job first, each part in its old order by number, and takes the marks off.
    func arrange(_ job: Int) {
        let (first, last) = (layout.jobOption[job], layout.jobOption[job + 1])
        var place = first
        for option in first..<last where isWatched[option] {
            order[place] = Int32(option)
            place += 1
        }
        watched[job] = Int32(place - first)
        for option in first..<last where !isWatched[option] {
            order[place] = Int32(option)
            place += 1
        }
        for option in first..<last { isWatched[option] = false }
    }

    /// The number that so many of the first in `sifting` reach; puts them in another order (Hoare's selection).
    private func largest(_ number: Int, of count: Int) -> Double {
        var (low, high) = (0, count - 1)
        while low < high {
            let pivot = sifting[(low + high) / 2]
            var (left, right) = (low, high)
            while left <= right {
                while sifting[left] > pivot { left += 1 }
                while sifting[right] < pivot { right -= 1 }
                if left <= right {
                    (sifting[left], sifting[right]) = (sifting[right], sifting[left])
                    left += 1
                    right -= 1
                }
            }
            if number - 1 <= right { high = right } else if number - 1 >= left { low = left } else { break }
        }
        return sifting[number - 1]
    }
}

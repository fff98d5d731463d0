// SPDX-License-Identifier: GPL-3.0-or-later

/// Workers carry shares of jobs through stretches of time: which shares bring most?
///
/// A job is cut into stretches of consecutive periods, and in each of them workers hold shares of it. A share takes a
/// load of its worker in every period of the stretch, in proportion. To be maximised is
///
///     Σ value·share − Σ arrival·(rise of the share over the stretch before) − Σ fixed − Σ fee
///       − Σ premium·overtime + Σ loose·(capacity left free)
///
/// under the rules stated with each property. A worker *works* for a job in a period if she holds a share of its stretch
/// there and the share takes a load of her. The generalised assignment problem is the case of one period, teams of one
/// and shares of one; fixed-job scheduling is the case of capacity 1 and loads of 1.
public struct AllocationProblem: Sendable {
    /// Number of periods; they are counted from 0.
    public var periods: Int
    public var workers: [Worker]
    public var jobs: [Job]
    /// Who may hold what: ordered by job, then by worker, at most one for each pair.
    public var options: [Option]

    public init(periods: Int, workers: [Worker], jobs: [Job], options: [Option]) {
        self.periods = periods
        self.workers = workers
        self.jobs = jobs
        self.options = options
    }

    public struct Worker: Sendable {
        /// What the worker can carry, by period; not negative.
        public var capacity: [Double]
        /// What she can carry beyond her capacity, by period; not negative. Empty: nothing.
        public var overtime: [Double]
        /// Price of a unit of overtime, by period; not negative. Empty: nothing.
        public var premium: [Double]
        /// What a unit of capacity brings that is left free, by period; not negative. It stands for work that is not
        /// part of this problem. Empty: nothing.
        public var loose: [Double]
        /// Part of each period in which the worker is there, where options leave the load to their job; see ``Job/open``.
        /// Empty: 1 throughout; more counts as 1.
        public var presence: [Double]
        /// She works for at most so many jobs in any period.
        public var mostJobs: Int?
        /// Jobs outside the problem that already count against `mostJobs`, by period. Empty: none.
        public var busyJobs: [Int]
        /// To be paid once if the worker holds anything at all; not negative.
        public var fee: Double
        /// The site at which she is at home.
        public var home: Int?
        /// She works at no more than so many sites other than her home in any period.
        public var mostSites: Int?
        /// Sets of workers. In every period in which this worker works for a group, at least one of each set does so too.
        public var companions: [[Int]]
        /// What the worker counts as towards the quotas of jobs.
        public var classes: [Int]
        /// She counts as a member of teams, but quotas do not speak of her: where nobody else is they ask for nothing, and
        /// their parts are parts of what all others hold. She is of no class.
        public var isOutside: Bool

        public init(
            capacity: [Double], overtime: [Double] = [], premium: [Double] = [], loose: [Double] = [],
            presence: [Double] = [], mostJobs: Int? = nil, busyJobs: [Int] = [], fee: Double = 0, home: Int? = nil,
            mostSites: Int? = nil, companions: [[Int]] = [], classes: [Int] = [], isOutside: Bool = false
        ) {
            self.capacity = capacity
            self.overtime = overtime
            self.premium = premium
            self.loose = loose
            self.presence = presence
            self.mostJobs = mostJobs
            self.busyJobs = busyJobs
            self.fee = fee
            self.home = home
            self.mostSites = mostSites
            self.companions = companions
            self.classes = classes
            self.isOutside = isOutside
        }
    }

    public struct Job: Sendable {
        /// The periods of each stretch; ascending, none of them empty, adjacent or not.
        public var stretches: [Range<Int>]
        /// What a whole share takes of a worker who is always present, by period of the stretches one after another.
        /// Empty where every option states its own load.
        public var load: [Double]
        /// Part of each period in which the job is open, like `load`; positive. Whoever is there for as large a part carries
        /// the whole load, others so much less of it as they are there for less. Empty: 1 throughout.
        public var open: [Double]
        /// How many workers there must be in any stretch that has any at all.
        public var team: ClosedRange<Int>?
        /// What the shares of a stretch may add up to.
        public var size: Double
        public var quotas: [Quota]
        /// Jobs of one group count as the same work for companions.
        public var group: Int
        public var site: Int?

        public init(
            stretches: [Range<Int>], load: [Double] = [], open: [Double] = [], team: ClosedRange<Int>? = nil,
            size: Double = 1, quotas: [Quota] = [], group: Int = 0, site: Int? = nil
        ) {
            self.stretches = stretches
            self.load = load
            self.open = open
            self.team = team
            self.size = size
            self.quotas = quotas
            self.group = group
            self.site = site
        }
    }

    /// What a class of workers must or may hold in every stretch in which the job has any worker who is not outside.
    public struct Quota: Sendable {
        public var cls: Int
        /// So many workers of the class.
        public var atLeast: Int
        /// No more than this part of all shares that workers not outside hold in the stretch; 1: no limit.
        public var mostShare: Double

        public init(cls: Int, atLeast: Int = 0, mostShare: Double = 1) {
            self.cls = cls
            self.atLeast = atLeast
            self.mostShare = mostShare
        }
    }

    /// A worker who may hold shares of a job.
    public struct Option: Sendable {
        public var job: Int
        public var worker: Int
        /// What the whole share brings, by stretch; may be negative. `nil`: she cannot hold it.
        public var value: [Double?]
        /// What the whole share takes of the worker, by period of the job's stretches one after another; not negative.
        /// Empty: so much of the job's load as the worker is there for.
        public var load: [Double]
        /// A share is 0 or at least this.
        public var least: Double
        /// A share is at most this.
        public var most: Double
        /// A share is a whole multiple of this, or `most`, or all that the others leave of the stretch. 0: any.
        public var step: Double
        /// By stretch: price of a whole share by which the worker's share exceeds the one in the stretch before; not
        /// negative. Empty: nothing.
        public var arrival: [Double]
        /// By stretch: price of holding anything; not negative. Empty: nothing.
        public var fixed: [Double]

        public init(
            job: Int, worker: Int, value: [Double?], load: [Double] = [], least: Double = 0, most: Double = 1,
            step: Double = 0, arrival: [Double] = [], fixed: [Double] = []
        ) {
            self.job = job
            self.worker = worker
            self.value = value
            self.load = load
            self.least = least
            self.most = most
            self.step = step
            self.arrival = arrival
            self.fixed = fixed
        }
    }

    /// What a share of 1 of an option takes of its worker in a period of its job.
    /// - Parameter place: the period's place in the job's stretches one after another.
    func load(of option: Option, at place: Int, period: Int) -> Double {
        if !option.load.isEmpty { return option.load[place] }
        let presence = workers[option.worker].presence
        let job = jobs[option.job]
        let part = (presence.isEmpty ? 1 : presence[period]) / (job.open.isEmpty ? 1 : job.open[place])
        return job.load[place] * min(1, part)
    }
}

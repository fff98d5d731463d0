// SPDX-License-Identifier: GPL-3.0-or-later

/// A rule that everything in a ledger keeps, and how to find what does not.
struct LedgerRule {
    /// As in "ledger check: …".
    let words: String
    /// A row for each break of the rule, with a text that says which.
    let broken: String
}

extension LedgerRule {
    /// Each added up from the entries, whatever wrote them.
    static let all: [LedgerRule] =
        bookings + work + invoices + payments + revenue + [
            LedgerRule(
                words: "events are numbered without a gap",
                broken:
                    "SELECT 'of ' || max(id) || ' events ' || count(*) || ' are there' FROM event HAVING count(*) <> max(id)"
            )
        ]

    private static let bookings = [
        LedgerRule(
            words: "nobody is booked for less than no time",
            broken: """
                SELECT coalesce(person, pool) || ' on ' || project || '.' || line || ', ' || week FROM booking_entry
                GROUP BY project, line, person, pool, week HAVING sum(seconds) < 0
                """),
        LedgerRule(
            words: "weeks begin on a Monday",
            broken: """
                SELECT 'booking ' || id || ': ' || week FROM booking_entry
                WHERE week IS NOT date(week, '+0 days') OR strftime('%w', week) <> '1'
                """),
        LedgerRule(
            words: "what is taken back is taken back as a whole",
            broken: """
                SELECT 'event ' || plan_commit.event || ' and event ' || undoes || ': ' || coalesce(person, pool) || ' on '
                    || project || '.' || line || ', ' || week
                FROM plan_commit JOIN booking_entry ON booking_entry.event IN (plan_commit.event, undoes)
                WHERE undoes IS NOT NULL
                GROUP BY plan_commit.event, project, line, person, pool, week HAVING sum(seconds) <> 0
                """),
        LedgerRule(
            words: "what takes something back comes after it",
            broken: "SELECT 'event ' || event FROM plan_commit WHERE undoes >= event"),
    ]

    private static let work =
        ["time_entry", "expense"].flatMap { table in
            let amount = table == "time_entry" ? "seconds" : "cost"
            return [
                LedgerRule(
                    words: "what is taken back is taken back as a whole",
                    broken: """
                        SELECT '\(table) ' || entry.id FROM \(table) entry JOIN \(table) taken ON taken.id = entry.reverses
                        WHERE entry.\(amount) <> -taken.\(amount) OR entry.project <> taken.project
                            OR entry.person IS NOT taken.person OR entry.day <> taken.day OR taken.state <> 'approved'
                        """),
                LedgerRule(
                    words: "days are days of the calendar, and count in their month or later",
                    broken: """
                        SELECT '\(table) ' || id || ': ' || day FROM \(table)
                        WHERE day IS NOT date(day, '+0 days') OR month < substr(day, 1, 7)
                        """),
            ]
        }
        + [
            "time_entry", "expense", "milestone_reached", "invoice", "payment", "payment_use", "write_off",
            "recognition",
        ].map { table in
            LedgerRule(
                words: "nothing is entered in a month that is closed",
                broken: """
                    SELECT '\(table) of event ' || event || ' in ' || month FROM \(table) entry WHERE event > (
                        SELECT min(closed_month.event) FROM closed_month WHERE closed_month.month >= entry.month)
                    """)
        }

    private static let invoices = [
        LedgerRule(
            words: "invoice numbers follow each other without a gap",
            broken: """
                SELECT series || '-' || year || ': ' || count(*) || ' numbers to ' || max(number) FROM invoice
                GROUP BY series, year HAVING count(*) <> max(number) OR min(number) <> 1
                """),
        LedgerRule(
            words: "invoices are dated in the order of their numbers",
            broken: """
                SELECT later.series || '-' || later.year || '-' || later.number FROM invoice later
                JOIN invoice ON invoice.series = later.series AND invoice.year = later.year
                    AND invoice.number = later.number - 1
                WHERE later.issued < invoice.issued
                """),
        LedgerRule(
            words: "an invoice is the sum of its lines",
            broken: """
                SELECT series || '-' || year || '-' || number FROM invoice
                WHERE net <> coalesce((SELECT sum(amount) FROM invoice_line WHERE invoice = invoice.id), 0)
                    OR gross <> net + tax
                """),
        LedgerRule(
            words: "a line is the sum of what it is for",
            broken: """
                SELECT series || '-' || year || '-' || number || ', line ' || line.position
                FROM invoice_line line JOIN invoice ON invoice.id = line.invoice
                JOIN invoice_source source ON source.invoice = line.invoice AND source.position = line.position
                WHERE credits IS NULL GROUP BY line.invoice, line.position HAVING sum(source.amount) <> line.amount
                """),
        LedgerRule(
            words: "nothing is invoiced twice",
            broken: """
                SELECT kind || ' ' || coalesce(time_entry, expense, contract || '.' || part || ' ' || occasion)
                FROM invoice_source WHERE released IS NULL
                GROUP BY kind, time_entry, expense, contract, part, occasion HAVING count(*) > 1
                """),
        LedgerRule(
            words: "only approved, billable entries are invoiced",
            broken: """
                SELECT 'time_entry ' || time_entry.id FROM invoice_source JOIN time_entry ON time_entry.id = time_entry
                WHERE state <> 'approved' OR NOT billable
                UNION ALL SELECT 'expense ' || expense.id FROM invoice_source JOIN expense ON expense.id = expense
                WHERE state <> 'approved' OR NOT billable
                """),
    ]

    private static let payments = [
        LedgerRule(
            words: "a payment is not used for more than it is",
            broken: """
                SELECT client || ', ' || reference FROM payment WHERE max(amount, 0) <
                    coalesce((SELECT sum(amount) FROM payment_use WHERE payment = payment.id), 0)
                """),
        LedgerRule(
            words: "an invoice is not paid, credited and written off for more than it is",
            broken: "SELECT series || '-' || year || '-' || number FROM invoice_open WHERE open < 0 AND gross >= 0"),
        LedgerRule(
            words: "a payment pays invoices of its client and currency",
            broken: """
                SELECT payment.client || ', ' || reference FROM payment_use JOIN payment ON payment.id = payment
                JOIN invoice ON invoice.id = invoice
                WHERE payment.client <> invoice.client OR payment.currency <> invoice.currency
                """),
    ]

    private static let revenue = [
        LedgerRule(
            words: "months are closed in their order",
            broken: """
                SELECT later.month FROM closed_month later JOIN closed_month earlier
                ON earlier.month < later.month AND earlier.event > later.event
                """)
    ]
}

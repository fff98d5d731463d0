// SPDX-License-Identifier: GPL-3.0-or-later

internal import GRDB

/// The tables, and what they refuse: whatever must never be wrong is a constraint here, so that no program can write it.
///
/// Money is in minor units, time in seconds, shares in millionths; days are `2026-03-31`, months `2026-03`, weeks the day
/// of their Monday. Legal record (approved time, invoices, payments, recognised revenue) is append-only.
enum Schema {
    /// `MUST`, in the file's header: what tells a ledger from other databases.
    static let applicationID = 0x4D55_5354

    static var migrations: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            for part in [events, bookings, work, invoices, payments, revenue, register, pipeline] {
                try db.execute(sql: part)
            }
        }
        migrator.registerMigration("2") { db in
            for part in [seals, changedEntries] { try db.execute(sql: part) }
            try Ledger.seal(db)
        }
        return migrator
    }

    /// What a month was when it was closed: a digest of all rows of each table that count in it, or in a month before it
    /// that was not closed by itself.
    private static let seals = """
        CREATE TABLE month_seal (
            month TEXT NOT NULL REFERENCES closed_month, part TEXT NOT NULL,
            digest TEXT NOT NULL CHECK (length(digest) = 64), PRIMARY KEY (month, part)
        ) STRICT;
        \(appendOnly("month_seal"))
        """

    /// Entries that were rejected may be changed and submitted again, and then their day counts again.
    private static let changedEntries = """
        CREATE TRIGGER time_entry_day_changed AFTER UPDATE OF person, day, seconds, state ON time_entry
        WHEN NEW.state <> 'rejected' AND (OLD.state = 'rejected' OR OLD.seconds <> NEW.seconds OR OLD.day <> NEW.day
                OR OLD.person <> NEW.person)
            AND (SELECT sum(seconds) FROM time_entry
                WHERE person = NEW.person AND day = NEW.day AND state <> 'rejected') > 86400
        BEGIN SELECT RAISE(ABORT, 'muster:a day of somebody would have more than 24 hours'); END;
        CREATE TRIGGER time_entry_whole BEFORE UPDATE OF person, project, line, day, seconds, billable, reverses
            ON time_entry WHEN OLD.reverses IS NOT NULL OR NEW.reverses IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'muster:an entry is taken back as a whole'); END;
        CREATE TRIGGER expense_whole BEFORE UPDATE OF project, person, day, cost, currency, tax, billable, reverses
            ON expense WHEN OLD.reverses IS NOT NULL OR NEW.reverses IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'muster:an expense is taken back as a whole'); END;
        """

    /// Who did what, when; every other row says by which event it came.
    private static let events = """
        CREATE TABLE firm (
            id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, currency TEXT NOT NULL
        ) STRICT;
        CREATE TABLE event (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL CHECK (who <> ''),
            verb TEXT NOT NULL, subject TEXT NOT NULL, note TEXT NOT NULL
        ) STRICT;
        \(appendOnly("event"))
        -- All months through the latest one here are closed: nothing counts in them any more.
        CREATE TABLE closed_month (
            month TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
            event INTEGER NOT NULL REFERENCES event
        ) STRICT;
        \(appendOnly("closed_month"))
        CREATE TABLE exchange_rate (
            currency TEXT NOT NULL, day TEXT NOT NULL, billionths INTEGER NOT NULL CHECK (billionths > 0),
            event INTEGER NOT NULL REFERENCES event, PRIMARY KEY (currency, day)
        ) STRICT;
        \(appendOnly("exchange_rate"))
        """

    /// What people are promised to: the sum of all entries of a key is what is booked.
    private static let bookings = """
        CREATE TABLE plan_commit (
            event INTEGER PRIMARY KEY REFERENCES event, scenario TEXT NOT NULL, digest TEXT NOT NULL, status TEXT NOT NULL,
            undoes INTEGER UNIQUE REFERENCES plan_commit
        ) STRICT;
        \(appendOnly("plan_commit"))
        -- When phases with booked work were promised to begin.
        CREATE TABLE plan_start (
            event INTEGER NOT NULL REFERENCES plan_commit, project TEXT NOT NULL, phase TEXT NOT NULL, day TEXT NOT NULL,
            PRIMARY KEY (event, project, phase)
        ) STRICT;
        CREATE INDEX plan_start_phase ON plan_start (project, phase);
        \(appendOnly("plan_start"))
        CREATE TABLE booking_entry (
            id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES plan_commit,
            project TEXT NOT NULL, line TEXT NOT NULL, person TEXT, pool TEXT, week TEXT NOT NULL,
            seconds INTEGER NOT NULL CHECK (seconds <> 0),
            CHECK ((person IS NULL) <> (pool IS NULL))
        ) STRICT;
        CREATE INDEX booking_entry_key ON booking_entry (project, line, person, pool, week);
        CREATE INDEX booking_entry_event ON booking_entry (event);
        \(appendOnly("booking_entry"))
        CREATE TRIGGER booking_entry_below_zero AFTER INSERT ON booking_entry
        WHEN (SELECT sum(seconds) FROM booking_entry
            WHERE project = NEW.project AND line = NEW.line AND person IS NEW.person AND pool IS NEW.pool
                AND week = NEW.week) < 0
        BEGIN SELECT RAISE(ABORT, 'muster:nobody can be booked for less than no time'); END;
        -- Alerts that were known and accepted.
        CREATE TABLE despite (
            event INTEGER NOT NULL REFERENCES plan_commit, alert TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> ''),
            PRIMARY KEY (event, alert)
        ) STRICT;
        \(appendOnly("despite"))
        """

    /// Time and expenses. Until they are submitted they can be changed; once approved, only taken back by another entry.
    private static let work = """
        CREATE TABLE time_entry (
            id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL REFERENCES event,
            person TEXT NOT NULL, project TEXT NOT NULL, line TEXT, day TEXT NOT NULL, month TEXT NOT NULL,
            seconds INTEGER NOT NULL, billable INTEGER NOT NULL CHECK (billable IN (0, 1)), note TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'rejected')),
            reverses INTEGER UNIQUE REFERENCES time_entry, external TEXT UNIQUE,
            CHECK (month >= substr(day, 1, 7)),
            CHECK (CASE WHEN reverses IS NULL THEN seconds > 0 AND seconds <= 86400 ELSE seconds < 0 END)
        ) STRICT;
        CREATE INDEX time_entry_month ON time_entry (month);
        CREATE INDEX time_entry_person ON time_entry (person, day);
        CREATE TRIGGER time_entry_day AFTER INSERT ON time_entry
        WHEN (SELECT sum(seconds) FROM time_entry WHERE person = NEW.person AND day = NEW.day AND state <> 'rejected')
            > 86400
        BEGIN SELECT RAISE(ABORT, 'muster:a day of somebody would have more than 24 hours'); END;
        CREATE INDEX time_entry_project ON time_entry (project, month);
        \(entryRules("time_entry", content: "person, project, line, day, month, seconds, billable, note, reverses"))
        CREATE TRIGGER time_entry_reversal BEFORE INSERT ON time_entry WHEN NEW.reverses IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM time_entry WHERE id = NEW.reverses AND state = 'approved'
                AND person = NEW.person AND project = NEW.project AND line IS NEW.line AND day = NEW.day
                AND billable = NEW.billable AND seconds = -NEW.seconds)
        BEGIN SELECT RAISE(ABORT, 'muster:only an approved entry can be taken back, and only as a whole'); END;

        CREATE TABLE expense (
            id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL REFERENCES event,
            project TEXT NOT NULL, person TEXT, supplier TEXT NOT NULL, category TEXT NOT NULL,
            day TEXT NOT NULL, month TEXT NOT NULL, cost INTEGER NOT NULL, currency TEXT NOT NULL,
            tax INTEGER NOT NULL, mark_up INTEGER, billable INTEGER NOT NULL CHECK (billable IN (0, 1)),
            receipt TEXT NOT NULL, note TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'rejected')),
            reverses INTEGER UNIQUE REFERENCES expense, external TEXT UNIQUE,
            CHECK (month >= substr(day, 1, 7)),
            CHECK (CASE WHEN reverses IS NULL THEN cost > 0 AND tax >= 0 ELSE cost < 0 AND tax <= 0 END)
        ) STRICT;
        CREATE INDEX expense_month ON expense (month);
        \(entryRules("expense", content: """
            project, person, supplier, category, day, month, cost, currency, tax, mark_up, billable, receipt, note, reverses
            """))
        CREATE TRIGGER expense_reversal BEFORE INSERT ON expense WHEN NEW.reverses IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM expense WHERE id = NEW.reverses AND state = 'approved'
                AND project = NEW.project AND person IS NEW.person AND day = NEW.day AND currency = NEW.currency
                AND billable = NEW.billable AND cost = -NEW.cost AND tax = -NEW.tax)
        BEGIN SELECT RAISE(ABORT, 'muster:only an approved expense can be taken back, and only as a whole'); END;

        CREATE TABLE milestone_reached (
            id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event,
            contract TEXT NOT NULL, part TEXT NOT NULL, name TEXT NOT NULL, day TEXT NOT NULL, month TEXT NOT NULL,
            UNIQUE (contract, part, name), CHECK (month >= substr(day, 1, 7))
        ) STRICT;
        \(appendOnly("milestone_reached"))
        \(openMonth("milestone_reached"))
        CREATE TABLE progress (
            id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event,
            project TEXT NOT NULL, phase TEXT, day TEXT NOT NULL,
            done INTEGER NOT NULL CHECK (done BETWEEN 0 AND 1000000)
        ) STRICT;
        \(appendOnly("progress"))
        """

    /// Invoices and credit notes. Numbers have no gaps, and nothing is invoiced twice.
    private static let invoices = """
        CREATE TABLE invoice (
            id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event,
            series TEXT NOT NULL CHECK (series <> ''), year INTEGER NOT NULL, number INTEGER NOT NULL,
            client TEXT NOT NULL, contract TEXT NOT NULL, currency TEXT NOT NULL,
            issued TEXT NOT NULL, due TEXT NOT NULL, month TEXT NOT NULL, purchase_order TEXT,
            credits INTEGER REFERENCES invoice, note TEXT NOT NULL,
            net INTEGER NOT NULL, tax INTEGER NOT NULL, gross INTEGER NOT NULL,
            UNIQUE (series, year, number),
            CHECK (year = CAST(substr(issued, 1, 4) AS INTEGER)), CHECK (due >= issued),
            CHECK (month = substr(issued, 1, 7)), CHECK (gross = net + tax)
        ) STRICT;
        CREATE INDEX invoice_contract ON invoice (contract);
        \(appendOnly("invoice"))
        \(openMonth("invoice"))
        CREATE TRIGGER invoice_number BEFORE INSERT ON invoice
        WHEN NEW.number <> 1 + coalesce(
            (SELECT max(number) FROM invoice WHERE series = NEW.series AND year = NEW.year), 0)
        BEGIN SELECT RAISE(ABORT, 'muster:invoice numbers follow each other without a gap'); END;
        CREATE TRIGGER invoice_order BEFORE INSERT ON invoice
        WHEN NEW.issued < (SELECT max(issued) FROM invoice WHERE series = NEW.series AND year = NEW.year)
        BEGIN SELECT RAISE(ABORT, 'muster:an invoice is not dated before the one whose number it follows'); END;
        CREATE TABLE invoice_line (
            invoice INTEGER NOT NULL REFERENCES invoice, position INTEGER NOT NULL CHECK (position > 0),
            part TEXT, project TEXT, text TEXT NOT NULL, unit TEXT NOT NULL CHECK (unit IN ('hours', 'pieces')),
            quantity INTEGER NOT NULL, price INTEGER, discount INTEGER NOT NULL, amount INTEGER NOT NULL,
            tax_category TEXT NOT NULL, tax_rate INTEGER NOT NULL CHECK (tax_rate >= 0),
            PRIMARY KEY (invoice, position)
        ) STRICT;
        \(appendOnly("invoice_line"))
        CREATE TABLE invoice_source (
            id INTEGER PRIMARY KEY, invoice INTEGER NOT NULL, position INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN
                ('time', 'expense', 'milestone', 'instalment', 'fee', 'overage', 'minimum', 'progress')),
            time_entry INTEGER REFERENCES time_entry, expense INTEGER REFERENCES expense,
            contract TEXT, part TEXT, occasion TEXT, amount INTEGER NOT NULL,
            -- The credit note that took it back, so that it can be invoiced again.
            released INTEGER REFERENCES invoice,
            FOREIGN KEY (invoice, position) REFERENCES invoice_line,
            CHECK ((kind = 'time') = (time_entry IS NOT NULL)), CHECK ((kind = 'expense') = (expense IS NOT NULL)),
            CHECK ((kind IN ('time', 'expense')) = (contract IS NULL)),
            CHECK ((contract IS NULL) = (part IS NULL)), CHECK ((contract IS NULL) = (occasion IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX invoiced_time ON invoice_source (time_entry)
            WHERE released IS NULL AND time_entry IS NOT NULL;
        CREATE UNIQUE INDEX invoiced_expense ON invoice_source (expense) WHERE released IS NULL AND expense IS NOT NULL;
        CREATE UNIQUE INDEX invoiced_occasion ON invoice_source (contract, part, kind, occasion)
            WHERE released IS NULL AND contract IS NOT NULL;
        CREATE INDEX invoice_source_line ON invoice_source (invoice, position);
        CREATE TRIGGER invoice_source_kept BEFORE DELETE ON invoice_source
        BEGIN SELECT RAISE(ABORT, 'muster:invoices are kept as they were issued'); END;
        CREATE TRIGGER invoice_source_fixed BEFORE UPDATE ON invoice_source
        WHEN OLD.released IS NOT NULL OR NEW.released IS NULL OR (NEW.id, NEW.invoice, NEW.position, NEW.kind,
            NEW.amount) IS NOT (OLD.id, OLD.invoice, OLD.position, OLD.kind, OLD.amount)
            OR NEW.time_entry IS NOT OLD.time_entry OR NEW.expense IS NOT OLD.expense
            OR NEW.contract IS NOT OLD.contract OR NEW.part IS NOT OLD.part OR NEW.occasion IS NOT OLD.occasion
        BEGIN SELECT RAISE(ABORT, 'muster:invoices are kept as they were issued'); END;
        CREATE TRIGGER invoice_source_approved BEFORE INSERT ON invoice_source
        WHEN (NEW.time_entry IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM time_entry WHERE id = NEW.time_entry AND state = 'approved' AND billable))
            OR (NEW.expense IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM expense WHERE id = NEW.expense AND state = 'approved' AND billable))
        BEGIN SELECT RAISE(ABORT, 'muster:only approved, billable entries are invoiced'); END;
        CREATE TABLE reminder (
            invoice INTEGER NOT NULL REFERENCES invoice, stage INTEGER NOT NULL CHECK (stage > 0), day TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES event, PRIMARY KEY (invoice, stage)
        ) STRICT;
        \(appendOnly("reminder"))
        """

    /// Money that came in, and what never will. A payment below zero is money that was paid back.
    private static let payments = """
        CREATE TABLE payment (
            id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL REFERENCES event, client TEXT NOT NULL,
            day TEXT NOT NULL, month TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount <> 0), currency TEXT NOT NULL,
            reference TEXT NOT NULL CHECK (reference <> ''),
            UNIQUE (client, reference), CHECK (month >= substr(day, 1, 7))
        ) STRICT;
        \(appendOnly("payment"))
        \(openMonth("payment"))
        CREATE TABLE payment_use (
            id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event,
            payment INTEGER NOT NULL REFERENCES payment, invoice INTEGER NOT NULL REFERENCES invoice,
            day TEXT NOT NULL, month TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0),
            CHECK (month >= substr(day, 1, 7))
        ) STRICT;
        CREATE INDEX payment_use_payment ON payment_use (payment);
        CREATE INDEX payment_use_invoice ON payment_use (invoice);
        \(appendOnly("payment_use"))
        \(openMonth("payment_use"))
        CREATE TRIGGER payment_use_match BEFORE INSERT ON payment_use
        WHEN NOT EXISTS (SELECT 1 FROM payment, invoice WHERE payment.id = NEW.payment AND invoice.id = NEW.invoice
            AND payment.client = invoice.client AND payment.currency = invoice.currency)
        BEGIN SELECT RAISE(ABORT, 'muster:a payment pays invoices of its client and currency'); END;
        CREATE TRIGGER payment_use_whole AFTER INSERT ON payment_use
        WHEN (SELECT sum(amount) FROM payment_use WHERE payment = NEW.payment)
            > (SELECT amount FROM payment WHERE id = NEW.payment)
        BEGIN SELECT RAISE(ABORT, 'muster:a payment cannot be used for more than it is'); END;
        CREATE TABLE write_off (
            id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL REFERENCES event,
            invoice INTEGER REFERENCES invoice, time_entry INTEGER UNIQUE REFERENCES time_entry,
            day TEXT NOT NULL, month TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0),
            reason TEXT NOT NULL CHECK (reason <> ''),
            CHECK ((invoice IS NULL) <> (time_entry IS NULL)), CHECK (month >= substr(day, 1, 7))
        ) STRICT;
        CREATE INDEX write_off_invoice ON write_off (invoice);
        \(appendOnly("write_off"))
        \(openMonth("write_off"))
        CREATE VIEW invoice_open AS SELECT invoice.*, gross
            + coalesce((SELECT sum(note.gross) FROM invoice note WHERE note.credits = invoice.id), 0)
            - coalesce((SELECT sum(amount) FROM payment_use WHERE payment_use.invoice = invoice.id), 0)
            - coalesce((SELECT sum(amount) FROM write_off WHERE write_off.invoice = invoice.id), 0) AS open
        FROM invoice WHERE credits IS NULL;
        CREATE TRIGGER payment_use_open AFTER INSERT ON payment_use
        WHEN (SELECT open FROM invoice_open WHERE id = NEW.invoice) < 0
            OR (SELECT credits FROM invoice WHERE id = NEW.invoice) IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'muster:an invoice cannot be paid beyond what is open of it'); END;
        CREATE TRIGGER write_off_open AFTER INSERT ON write_off
        WHEN NEW.invoice IS NOT NULL AND ((SELECT open FROM invoice_open WHERE id = NEW.invoice) < 0
            OR (SELECT credits FROM invoice WHERE id = NEW.invoice) IS NOT NULL)
        BEGIN SELECT RAISE(ABORT, 'muster:no more can be written off than is open'); END;
        """

    private static let revenue = """
        CREATE TABLE recognition (
            id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL REFERENCES event,
            contract TEXT NOT NULL, part TEXT NOT NULL, project TEXT, month TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('revenue', 'expectedLoss')),
            amount INTEGER NOT NULL, home INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX recognition_month ON recognition (month);
        \(appendOnly("recognition"))
        \(openMonth("recognition"))
        """

    /// Risks and issues; `cause` names what raised one by itself, so that it is raised once.
    private static let register = """
        CREATE TABLE register_entry (
            id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL REFERENCES event,
            project TEXT, kind TEXT NOT NULL CHECK (kind IN ('risk', 'issue')), title TEXT NOT NULL CHECK (title <> ''),
            severity TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high')), owner TEXT, cause TEXT, day TEXT NOT NULL
        ) STRICT;
        \(appendOnly("register_entry"))
        CREATE TABLE register_closed (
            entry INTEGER PRIMARY KEY REFERENCES register_entry, event INTEGER NOT NULL REFERENCES event,
            day TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> '')
        ) STRICT;
        \(appendOnly("register_closed"))
        """

    /// Opportunities, each step of one a row; the latest counts.
    private static let pipeline = """
        CREATE TABLE opportunity_step (
            id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL REFERENCES event,
            opportunity TEXT NOT NULL CHECK (opportunity <> ''), name TEXT NOT NULL, client TEXT NOT NULL,
            stage TEXT NOT NULL, value INTEGER NOT NULL CHECK (value >= 0), currency TEXT NOT NULL,
            probability INTEGER NOT NULL CHECK (probability BETWEEN 0 AND 1000000), closes TEXT, owner TEXT NOT NULL,
            project TEXT, day TEXT NOT NULL
        ) STRICT;
        CREATE INDEX opportunity_step_of ON opportunity_step (opportunity);
        \(appendOnly("opportunity_step"))
        """
}

extension Schema {
    private static func appendOnly(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_fixed BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'muster:what is in the ledger is not changed; it is taken back by another entry'); END;
        CREATE TRIGGER \(table)_kept BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'muster:what is in the ledger is not deleted; it is taken back by another entry'); END;
        """
    }

    private static func openMonth(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_month BEFORE INSERT ON \(table)
        WHEN NEW.month <= (SELECT max(month) FROM closed_month)
        BEGIN SELECT RAISE(ABORT, 'muster:its month is closed'); END;
        """
    }

    /// The way of an entry from draft to approved, and what may not be touched on it.
    private static func entryRules(_ table: String, content: String) -> String {
        """
        \(openMonth(table))
        CREATE TRIGGER \(table)_born BEFORE INSERT ON \(table) WHEN NEW.state NOT IN ('draft', 'submitted')
        BEGIN SELECT RAISE(ABORT, 'muster:an entry begins as a draft or submitted'); END;
        CREATE TRIGGER \(table)_content BEFORE UPDATE OF \(content) ON \(table)
        WHEN OLD.state IN ('submitted', 'approved')
        BEGIN SELECT RAISE(ABORT, 'muster:what is submitted is not changed: it is rejected, or taken back'); END;
        CREATE TRIGGER \(table)_step BEFORE UPDATE OF state ON \(table)
        WHEN (OLD.state, NEW.state) NOT IN (VALUES ('draft', 'submitted'), ('rejected', 'submitted'),
            ('submitted', 'approved'), ('submitted', 'rejected'), ('submitted', 'draft'))
        BEGIN SELECT RAISE(ABORT, 'muster:an entry is submitted, and then approved or rejected'); END;
        CREATE TRIGGER \(table)_late BEFORE UPDATE ON \(table)
        WHEN min(OLD.month, NEW.month) <= (SELECT max(month) FROM closed_month)
        BEGIN SELECT RAISE(ABORT, 'muster:its month is closed'); END;
        CREATE TRIGGER \(table)_kept BEFORE DELETE ON \(table) WHEN OLD.state <> 'draft' OR OLD.month <=
            (SELECT max(month) FROM closed_month)
        BEGIN SELECT RAISE(ABORT, 'muster:only drafts are deleted'); END;
        """
    }
}

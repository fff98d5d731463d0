// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// The command line. Each command parses, calls one function and prints.
struct Muster: ParsableCommand {
    static let version = "muster 0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "muster",
        abstract: "Staffing plans for firms that sell people's time: optimal, explained, checked.",
        discussion: """
            Describe the firm in a text file, then ask:

              muster init firm.yaml             a small firm to start from
              muster plan firm.yaml             who works on what, week by week
              muster check firm.yaml            overload, gaps and late dates, before anyone commits
              muster forecast firm.yaml         capacity against demand, and who is on the bench
              muster tasks firm.yaml            who does which task, and what will be late
              muster compare firm.yaml new.yaml what changes if
              muster timeline firm.yaml         when projects run, and what another start would cost
              muster advise firm.yaml           what would help most: hire, train, wait
              muster sweep firm.yaml            hundreds of ways in which the pipeline may turn out
              muster commit plan.json firm.yaml book a plan: it is promised from then on
              muster serve firm/                the same in the browser

            Exit status: 0 fine, 1 trouble was found in a plan or a check, 2 the input is wrong, 3 the solver or the \
            machine failed.
            """,
        version: version,
        subcommands: [
            PlanCommand.self,
            CheckCommand.self,
            ForecastCommand.self,
            TasksCommand.self,
            TimelineCommand.self,
            CompareCommand.self,
            SweepCommand.self,
            WhyCommand.self,
            WhyNotCommand.self,
            WhoCommand.self,
            UnfilledCommand.self,
            AdviseCommand.self,
            BidCommand.self,
            QuoteCommand.self,
            AlternativesCommand.self,
            VerifyCommand.self,
            ModelCommand.self,
            ResolveCommand.self,
            DiffCommand.self,
            CommitCommand.self,
            UndoCommand.self,
            LogCommand.self,
            ReportCommand.self,
            RegisterCommand.self,
            LedgerCommand.self,
            DealCommand.self,
            TimeCommand.self,
            ExpenseCommand.self,
            MilestoneCommand.self,
            ProgressCommand.self,
            InvoiceCommand.self,
            PaymentCommand.self,
            WriteOffCommand.self,
            ExchangeCommand.self,
            CloseCommand.self,
            JournalCommand.self,
            ServeCommand.self,
            InitCommand.self,
            FmtCommand.self,
            SchemaCommand.self,
            GenerateCommand.self,
        ])
}

// Package register keeps what was read, merges reports of the same thing, and
// answers questions.
//
// A stored Report holds Members: its records, each with the entry that it is
// evidence of. An Entry is one happening, figure, statement or relation, told
// by one or many reports. Its record is merged from all of them: the interval
// of days narrowed, the parties joined, different values side by side as
// Claims. An entry that announces something is a plan and has a PlanState.
//
//	reg := register.New(store)                    // a Store: register/sqlite, register/postgres
//	reg.Add(ctx, []register.Reading{…})           // keep reports with their records
//	reg.Settle(ctx)                               // merge what is new
//	for e, err := range reg.Entries(ctx, register.Filter{Party: []string{"BLR"}}) { … }
//	members, err := reg.Members(ctx, e.ID)        // the evidence: records and reports
//	counts, err := reg.Counts(ctx, register.Filter{})
//
// Package register/open opens either store by the words of --db.
//
// # What it promises
//
// The register is a function of the set of reports that it was given: neither
// their order, nor how they were batched, nor a process killed between them
// changes a byte of what comes out. To this end every id is a digest of what
// was read; near copies and entries are computed over whole groups of records,
// never added to; and what a batch changed is marked in the same transaction
// and settled later.
//
// Entries come latest first: by the day they begin, then by id. An entry's id
// is the id of its first record, and the id of any of its records finds it, so
// an id that was once given out stays good when an earlier report arrives.
//
// Filter.AsOf asks what the register knew on a day: it leaves out all reports
// published later, and what is merged from the others is computed anew.
package register

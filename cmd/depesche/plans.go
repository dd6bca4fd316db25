package main

import (
	"context"

	"depesche/export/ical"
	"depesche/register"
)

type plansCmd struct {
	askFlags

	Due   edtf     `help:"Plans that are due by this day, or between two with a slash." placeholder:"EDTF"`
	Is    []string `name:"is" help:"open, fulfilled, late, overdue, cancelled."`
	Today dayFlag  `help:"The day by which plans are overdue; else that of --as-of, or of the latest report." placeholder:"DAY"`
}

// Help says more under depesche plans --help.
func (plansCmd) Help() string {
	return `Examples:
  depesche plans --due 2023-12-31             what was to happen by the end of 2023, and whether it did
  depesche plans --is overdue party:BLR
  depesche plans --as-of 2023-03-01 --format ical > plans.ics`
}

// Run prints plans by the day they are due.
func (cmd *plansCmd) Run(c *console) error {
	f, err := cmd.filter()
	if err != nil {
		return err
	}
	f.ByDue, f.Today = true, cmd.Today.Day
	if f.Due = cmd.Due.Interval; f.Due.Known() && f.Due.From == f.Due.To {
		f.Due.From = 0 // by that day
	}
	for _, s := range cmd.Is {
		f.Plan = append(f.Plan, register.PlanStatus(s))
	}
	if cmd.Format != "ical" {
		return cmd.answer(c, f)
	}
	ctx := context.Background()
	reg, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer reg.Close()
	names, err := newStages().cardNames()
	if err != nil {
		return err
	}
	cal := ical.New(c.out, ical.Words{Names: names, Notes: func(e *register.Entry) string { return planWords(e.Plan) + "; " + seen(e) }})
	for e, err := range reg.Plans(ctx, f) {
		if err != nil {
			return err
		}
		if err := cal.Write(&e); err != nil {
			return err
		}
	}
	return cal.Close()
}
